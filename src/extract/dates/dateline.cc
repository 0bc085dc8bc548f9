#include "dateline.h"

#include <array>

#include "dates.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::dates {
namespace {

constexpr size_t kMaxDateline = 60;
constexpr size_t kMaxPlace = 30;
constexpr int32_t kMaxPlaceWords = 3;
constexpr std::array<std::string_view, 9> kMarks = {"-", "–", "—", ":", ")",
                                                    "(", "„", "“", "\""};

}  // namespace

std::string DateOfDateline(std::string_view paragraph, const DateStyle& style) {
  const std::string_view head = TruncateUtf8(paragraph, kMaxDateline);
  const auto date = FindDate(head, style);
  if (!date || date->begin > kMaxPlace) return "";
  const std::string_view place = TrimBlanks(head.substr(0, date->begin));
  if (text::MeasureOf(place).words > kMaxPlaceWords) return "";
  // A comma or a bracket must separate a place from the date. Otherwise, the
  // text may be the start of a sentence: "The rain of 3 May – ".
  const bool parted = place.empty() || place.ends_with(',') ||
                      place.ends_with('(') || place.ends_with(')');
  if (!parted) return "";
  const std::string_view rest = TrimBlanks(head.substr(date->end));
  return StartsWithAny(rest, kMarks) ? date->written : "";
}

}  // namespace newsmill::extract::dates
