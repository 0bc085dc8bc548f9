// How a page writes its dates.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::dates {

/// Where 3/4/2024 leaves it open which is the day.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

struct DateStyle {
  DayOrder order = DayOrder::kUnknown;
  /// The order of 3/4/24, too, is that of the language: it writes such dates.
  bool short_years = false;
  /// 24/3/4 is what the language writes for 2024-03-04.
  bool year_first = false;
  /// Zones have the names of RFC 822, as in feeds: CST is that of Chicago.
  bool rfc822_zones = false;
  std::string language{};  // "pt"; "" for not known
};

/// The style of a language tag ("pt-BR"). English without a region leaves the
/// order open, and so does no tag.
DateStyle StyleOfLanguage(std::string_view tag);

}  // namespace newsmill::extract::dates
