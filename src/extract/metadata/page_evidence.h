// The candidates that a page has for every field, before the decisions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/dates/date_style.h"
#include "newsmill/extract/evidence.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "newsmill/model/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct TitleCandidate : Candidate {
  std::string key;          // normalised; titles with equal keys agree
  int weight = 0;           // weight of its vote
  bool is_heading = false;  // a heading that readers see
};

/// The origin of a date, the most trusted one first.
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
  kAmbiguousMeta,
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
  bool is_line = false;   // the line has only a date and a byline
};

/// Names that one place states together.
struct NamesCandidate : Candidate {
  std::vector<std::string> names;
  bool may_complete = false;  // may replace a subset of its names
};

struct ImageCandidate : Candidate {
  enum class Place : uint8_t { kMeta, kLinkedData, kElement };

  Place place = Place::kMeta;
  std::string caption;
  std::string credit;
};

/// The evidence of a page. Owns its texts. The candidates of a field are in the
/// order of trust. Dates of equal trust are in the order of distance.
struct PageEvidence {
  Mark headline;  // the place of the title in the tree; kNoNode if unknown
  std::vector<TitleCandidate> titles;
  std::vector<NamesCandidate> authors;
  std::vector<DateCandidate> published;
  std::vector<DateCandidate> modified;
  std::vector<NamesCandidate> tags;
  std::vector<ImageCandidate> images;
  Evidence others;  // candidates of the other fields

  dates::DateStyle date_style;
  std::string base_url;          // base address of the references in the page
  std::string stated_language;   // "en-GB"
  model::Publisher publisher;    // without the name
  std::string article_body;      // the body that JSON-LD states
  int32_t stated_words = 0;      // wordCount of JSON-LD; 0 if unknown
  bool is_article_type = false;  // the page says that it is an article
};

/// Returns everything that the page states. `envelope` has the statements of
/// the input about the page, which are trusted less. Takes time linear in the
/// size of the page.
PageEvidence ReadPage(const html::Document& page,
                      const model::Document& envelope);

}  // namespace newsmill::extract::metadata
