// Collects what a page states about its article: a list of candidates for each
// field. Other code chooses the values of the fields later.
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
  std::string key;          // normalised; equal titles have equal keys
  int weight = 0;           // weight of this source in the choice
  bool is_heading = false;  // the title is a heading that readers see
};

/// The origin of a date. The most trusted origins are first.
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
  uint32_t distance = 0;  // bytes of text between headline and date
  bool is_line = false;   // the date is in a date line (date_line.h)
};

/// Names that the page states in the same place.
struct NamesCandidate : Candidate {
  std::vector<std::string> names;
  bool may_complete = false;  // may replace a list of fewer names
};

struct ImageCandidate : Candidate {
  // kStated: a feed states that the picture belongs to the item.
  enum class Place : uint8_t { kMeta, kLinkedData, kElement, kStated };

  Place place = Place::kMeta;
  int32_t width = 0;  // in pixels, as a feed states it; 0 if unknown
  std::string caption;
  std::string credit;
};

/// The evidence of a page: all candidates. Owns its texts. In each list, the
/// most trusted candidates are first. Equally trusted dates are in the order of
/// their distance from the headline.
struct PageEvidence {
  Mark headline;  // element of the headline; kNoNode if unknown
  std::vector<TitleCandidate> titles;
  std::vector<NamesCandidate> authors;
  std::vector<DateCandidate> published;
  std::vector<DateCandidate> modified;
  std::vector<NamesCandidate> tags;
  std::vector<ImageCandidate> images;
  Evidence others;  // candidates of the other fields

  dates::DateStyle date_style;
  std::string base_url;          // relative URLs are resolved against it
  std::string stated_language;   // "en-GB"
  model::Publisher publisher;    // its name is not set
  std::string article_body;      // the body that JSON-LD states
  int32_t stated_words = 0;      // wordCount of JSON-LD; 0 if unknown
  bool is_article_type = false;  // the page states that it is an article
};

/// Returns all candidates that the page states. Also adds the values in the
/// envelope as less trusted candidates. Takes time linear in the size of the
/// page.
PageEvidence ReadPage(const html::Document& page,
                      const model::Document& envelope);

}  // namespace newsmill::extract::metadata
