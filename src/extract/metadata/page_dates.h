// The dates that a page states for its article.
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
  Mark headline;  // the node is kNoNode if none was found
  std::string_view url;
  std::string_view language;  // as the page states it, "en-GB"
  std::string_view feed_published;
  std::string_view latest;  // when the page was fetched, "" when not known
};

/// Fills `published` and `modified` of the evidence, most trusted first.
void ReadDates(const DateContext& context, PageEvidence& evidence);

/// Returns whether `text` states only when the article was published or
/// changed. The text is a readable date, or it comes from an element that is
/// named like a date.
bool IsDateLine(const PageEvidence& evidence, std::string_view text);

/// Returns how a page in that language at that address writes dates.
dates::DateStyle StyleOf(std::string_view language, std::string_view url);

}  // namespace newsmill::extract::metadata
