#include "newsmill/config/units.h"

#include <charconv>
#include <limits>
#include <optional>
#include <span>

#include "fmt/format.h"

namespace newsmill::config {
namespace {

struct Unit {
  std::string_view name;
  int64_t factor;
};

// The largest unit is first, because the format functions use the first unit
// that fits without a remainder. For example, 60,000 ms becomes "1m".
constexpr Unit kDurations[] = {
    {"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}};
constexpr Unit kSizes[] = {{"GiB", int64_t{1} << 30},
                           {"MiB", int64_t{1} << 20},
                           {"KiB", int64_t{1} << 10},
                           {"GB", 1'000'000'000},
                           {"MB", 1'000'000},
                           {"KB", 1000},
                           {"kB", 1000},
                           {"B", 1},
                           {"", 1}};

constexpr std::string_view kDurationExpected =
    "must be a number with a unit: ms, s, m, h or d, such as 500ms or 72h";
constexpr std::string_view kSizeExpected =
    "must be a size in bytes, or with a unit: KiB, MiB, GiB, kB, MB or GB";

std::optional<int64_t> ParseWithUnit(std::string_view text,
                                     std::span<const Unit> units) {
  int64_t number = 0;
  const auto [rest, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  std::string_view name(rest, text.data() + text.size());
  if (name.starts_with(' ')) name.remove_prefix(1);
  for (const Unit& unit : units) {
    if (unit.name != name) continue;
    if (number > std::numeric_limits<int64_t>::max() / unit.factor) break;
    return number * unit.factor;
  }
  return std::nullopt;
}

}  // namespace

Parsed<std::chrono::milliseconds> ParseDuration(std::string_view text) {
  const auto parsed = ParseWithUnit(text, kDurations);
  if (!parsed) return std::unexpected(std::string(kDurationExpected));
  return std::chrono::milliseconds(*parsed);
}

std::string FormatDuration(std::chrono::milliseconds duration) {
  const int64_t count = duration.count();
  if (count == 0) return "0s";
  for (const Unit& unit : kDurations) {
    if (count % unit.factor == 0) {
      return fmt::format("{}{}", count / unit.factor, unit.name);
    }
  }
  return fmt::format("{}ms", count);
}

Parsed<int64_t> ParseSize(std::string_view text) {
  const auto parsed = ParseWithUnit(text, kSizes);
  if (!parsed) return std::unexpected(std::string(kSizeExpected));
  return *parsed;
}

std::string FormatSize(int64_t bytes) {
  for (const Unit& unit : kSizes) {
    if (bytes != 0 && bytes % unit.factor == 0) {
      return fmt::format("{}{}", bytes / unit.factor,
                         unit.factor == 1 ? "" : unit.name);
    }
  }
  return fmt::format("{}", bytes);
}

Parsed<int64_t> ParseInteger(std::string_view text) {
  int64_t number = 0;
  const auto [rest, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) {
    return std::unexpected("must be a whole number");
  }
  return number;
}

Parsed<bool> ParseBool(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::unexpected("must be true or false");
}

}  // namespace newsmill::config
