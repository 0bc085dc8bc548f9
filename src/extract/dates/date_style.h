// Describes how a page writes its dates.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::dates {

/// The order of day and month in a date such as 3/4/2024.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

struct DateStyle {
  DayOrder order = DayOrder::kUnknown;
  /// True if dates in this language often have years of two digits: 3/4/24. In
  /// such dates, day and month have the order `order`.
  bool short_years = false;
  /// True if the language writes the year first: 24/3/4 is 2024-03-04.
  bool year_first = false;
  /// True for a date of a feed. Its time zones have the names of RFC 822, in
  /// which CST is the time of Chicago. Its offsets may have one or two digits
  /// (" +2"), and all fields of its time may have one digit. Its year may be
  /// before 1990.
  bool is_feed = false;
  std::string language{};  // "pt", or "" if the language is unknown
};

/// Returns how texts in the language of the tag ("pt-BR") write dates. The
/// order of day and month is kUnknown for an empty tag and for English without
/// a region.
DateStyle StyleOfLanguage(std::string_view tag);

}  // namespace newsmill::extract::dates
