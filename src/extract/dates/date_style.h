// How a page writes its dates.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::dates {

/// The order of day and month in a date such as 3/4/2024.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

struct DateStyle {
  DayOrder order = DayOrder::kUnknown;
  /// True if the language writes dates with two-digit years, such as 3/4/24.
  /// `order` then applies to them, too.
  bool short_years = false;
  /// True if the language writes the year first: 24/3/4 is 2024-03-04.
  bool year_first = false;
  /// True if zones have the names of RFC 822, as in feeds: CST is the time of
  /// Chicago.
  bool rfc822_zones = false;
  std::string language{};  // "pt", or "" if it is unknown
};

/// Returns the style of a language tag ("pt-BR"). The order is unknown for
/// English without a region and for an empty tag.
DateStyle StyleOfLanguage(std::string_view tag);

}  // namespace newsmill::extract::dates
