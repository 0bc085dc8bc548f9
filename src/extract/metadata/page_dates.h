// When the article of a page was published and changed, as the page states it.
#pragma once

#include <string>
#include <string_view>

#include "extract/dates/dates.h"
#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

struct PageDates {
  std::string published;  // as the record writes it; "" for none
  std::string modified;
};

struct DateContext {
  const PageScan& scan;
  const LinkedData& data;
  Mark headline;  // node kNoNode: none was found
  std::string_view url;
  std::string_view language;  // as the page states it, "en-GB"
  std::string_view feed_published;
  std::string_view latest;  // when the page was fetched, "" when not known
};

PageDates ReadDates(const DateContext& context, Trace* trace);

/// By which order a page in that language at that address writes 3/4/2024.
dates::DayOrder OrderOf(std::string_view language, std::string_view url);

}  // namespace newsmill::extract::metadata
