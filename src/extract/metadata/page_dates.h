// The dates that a page states for its article.
#pragma once

#include <string_view>

#include "extract/dates/dates.h"
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

/// Returns the order of day and month in a date such as 3/4/2024, for a page in
/// that language at that address.
dates::DayOrder OrderOf(std::string_view language, std::string_view url);

}  // namespace newsmill::extract::metadata
