// The candidates of every field that a page has, before any is taken.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct TitleCandidate : Candidate {
  std::string key;          // normalised: titles with equal keys agree
  int weight = 0;           // weight of its vote
  bool is_heading = false;  // a heading that readers see
};

/// How a date is known; the first is trusted most.
enum class DateTrust : uint8_t {
  kArticleNode,
  kMeta,
  kProperty,
  kPageNode,
  kLabelledText,
  kTime,
  kDateElement,
  kFeed,
  kText,
  kDateline,
  kBeside,
  kVagueMeta,
  kUrl,
  kCreated,
  kFarLabel,
  kFarTime,
  kFarText,
  kSideProperty,
  kSide,
};

struct DateCandidate : Candidate {
  DateTrust trust = DateTrust::kMeta;
  uint32_t distance = 0;  // bytes of text from the headline
  bool is_line = false;   // only a date and a byline are beside it
};

/// Names that are stated together in one place.
struct NamesCandidate : Candidate {
  std::vector<std::string> names;
  bool may_complete = false;  // may replace names if it has these and more
};

struct ImageCandidate : Candidate {
  enum class Place : uint8_t { kMeta, kLinkedData, kElement };

  Place place = Place::kMeta;
  std::string caption;
  std::string credit;
};

/// Owns its texts. The candidates of a field are in the order of trust; dates
/// in that of trust, then distance.
struct PageEvidence {
  Mark headline;  // the place of the title in the tree; kNoNode if unknown
  std::vector<TitleCandidate> titles;
  std::vector<NamesCandidate> authors;
  std::vector<DateCandidate> published;
  std::vector<DateCandidate> modified;
  std::vector<NamesCandidate> tags;
  std::vector<ImageCandidate> images;
  Evidence others;  // of the other fields

  std::string stated_language;   // "en-GB"
  model::Publisher publisher;    // without the name
  std::string article_body;      // as JSON-LD states it
  bool is_article_type = false;  // the page says that it is an article
};

/// Returns everything that the page says. `envelope` has what the input says
/// about the page, which is trusted less. Takes time linear in the size of the
/// page.
PageEvidence ReadPage(const html::Document& page,
                      const model::Document& envelope);

}  // namespace newsmill::extract::metadata
