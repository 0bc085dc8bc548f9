#include "language_default.h"

#include <array>
#include <string>

#include "newsmill/base/ascii.h"

namespace newsmill::charset {
namespace {

struct Default {
  std::string_view language;
  Encoding encoding;
};
constexpr std::array<Default, 32> kDefaults = {{
    {"ar", Encoding::kWindows1256},  {"az", Encoding::kWindows1254},
    {"ba", Encoding::kWindows1251},  {"be", Encoding::kWindows1251},
    {"bg", Encoding::kWindows1251},  {"cs", Encoding::kWindows1250},
    {"el", Encoding::kIso88597},     {"et", Encoding::kWindows1257},
    {"fa", Encoding::kWindows1256},  {"he", Encoding::kWindows1255},
    {"hr", Encoding::kWindows1250},  {"hu", Encoding::kIso88592},
    {"ja", Encoding::kShiftJis},     {"kk", Encoding::kWindows1251},
    {"ko", Encoding::kEucKr},        {"ku", Encoding::kWindows1254},
    {"ky", Encoding::kWindows1251},  {"lt", Encoding::kWindows1257},
    {"lv", Encoding::kWindows1257},  {"mk", Encoding::kWindows1251},
    {"pl", Encoding::kIso88592},     {"ru", Encoding::kWindows1251},
    {"sah", Encoding::kWindows1251}, {"sk", Encoding::kWindows1250},
    {"sl", Encoding::kIso88592},     {"sr", Encoding::kWindows1251},
    {"tg", Encoding::kWindows1251},  {"th", Encoding::kWindows874},
    {"tr", Encoding::kWindows1254},  {"tt", Encoding::kWindows1251},
    {"uk", Encoding::kWindows1251},  {"vi", Encoding::kWindows1258},
}};

/// Returns the encoding for a language tag that begins with "zh". A tag with a
/// traditional script or region, such as "zh-Hant" or "zh-TW", means Big5. Any
/// other tag means GBK.
Encoding ChineseDefault(std::string_view tag) {
  for (const std::string_view part : {"-hant", "-tw", "-hk", "-mo"}) {
    if (tag.find(part) != tag.npos) return Encoding::kBig5;
  }
  return Encoding::kGbk;
}

}  // namespace

std::optional<Encoding> LegacyDefaultOf(std::string_view language) {
  const std::string tag = LowerAscii(TrimBlanks(language.substr(0, 64)));
  const std::string_view primary =
      std::string_view(tag).substr(0, tag.find_first_of("-_"));
  if (primary == "zh") return ChineseDefault(tag);
  for (const Default& row : kDefaults) {
    if (row.language == primary) return row.encoding;
  }
  return std::nullopt;
}

}  // namespace newsmill::charset
