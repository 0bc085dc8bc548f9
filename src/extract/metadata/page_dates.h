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
  Mark headline;  // its node is kNoNode if the page has none
  std::string_view url;
  std::string_view language;  // as the page states it, "en-GB"
  std::string_view feed_published;
  std::string_view latest;  // when the page was fetched, "" when not known
};

/// Sets `published` and `modified` of the evidence. The most trusted dates are
/// first in each list.
void ReadDates(const DateContext& context, PageEvidence& evidence);

/// Returns whether `text` states when the article was published or changed, and
/// nothing else. This is the case if `text` is a date that can be read, or if
/// an element with a name for dates has this text.
bool IsDateLine(const PageEvidence& evidence, std::string_view text);

/// Returns how the page at `url`, which is in `language`, writes dates.
dates::DateStyle StyleOf(std::string_view language, std::string_view url);

}  // namespace newsmill::extract::metadata
