// Reads the dates that a page states for its article.
#pragma once

#include <string_view>

#include "extract/dates/date_style.h"
#include "json_ld.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct DateContext {
  const PageScan& scan;
  const LinkedData& data;
  Mark headline;  // node is kNoNode if there is no headline
  std::string_view url;
  std::string_view language;  // as the page states it, "en-GB"
  std::string_view feed_published;
  std::string_view latest;  // time of the fetch, or "" if unknown
};

/// Sets `published` and `modified` of the evidence. The most trusted dates are
/// first in each list.
void ReadDates(const DateContext& context, PageEvidence& evidence);

/// Returns whether `text` only states when the article was published or
/// changed. This is the case if `text` is a date that can be read, or is the
/// text of an element with a name for dates.
bool IsDateLine(const PageEvidence& evidence, std::string_view text);

/// Returns how dates are written on the page at `url`. `language` is the
/// language of the page.
dates::DateStyle StyleOf(std::string_view language, std::string_view url);

}  // namespace newsmill::extract::metadata
