// What a page says about its article: the candidates of every field, before any
// is taken.
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
  std::string key;          // normalised: equal keys are votes for one title
  int weight = 0;           // of its vote
  bool is_heading = false;  // the heading that readers see
};

/// How a date is known; the first is believed most.
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
  bool is_line = false;   // nothing is beside it but when and by whom
};

/// Names that one place states together.
struct NamesCandidate : Candidate {
  std::vector<std::string> names;
  bool may_complete = false;  // may replace fewer names that it contains
};

struct ImageCandidate : Candidate {
  enum class Place : uint8_t { kMeta, kLinkedData, kElement };

  Place place = Place::kMeta;
  std::string caption;
  std::string credit;
};

/// Owns its texts. Candidates of a field are in the order of trust, dates in
/// that of trust and distance.
struct PageEvidence {
  Mark headline;  // where the title is in the tree; kNoNode: nowhere
  std::vector<TitleCandidate> titles;
  std::vector<NamesCandidate> authors;
  std::vector<DateCandidate> published;
  std::vector<DateCandidate> modified;
  std::vector<NamesCandidate> tags;
  std::vector<ImageCandidate> images;
  Evidence others;  // of the other fields

  std::string stated_language;   // "en-GB"
  model::Publisher publisher;    // all but the name
  std::string article_body;      // as JSON-LD states it
  bool is_article_type = false;  // the page calls itself an article
};

/// Reads all that the page says. `envelope` is what the outside knows of it and
/// is believed less. Linear in the page's size.
PageEvidence ReadPage(const html::Document& page,
                      const model::Document& envelope);

/// Returns names as `Candidate::value` holds them: "Ana Roth; Ben Roe".
std::string JoinedNames(const std::vector<std::string>& names);

}  // namespace newsmill::extract::metadata
