#include "language_tag.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::text {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

/// Codes that are replaced: old codes of the registry, the bibliographic codes
/// of ISO 639-2, and codes that mean no language. ICU replaces the other codes
/// of ISO 639-2. https://www.iana.org/assignments/language-subtag-registry
constexpr std::array<Replacement, 31> kLanguages = {{
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
    {"cmn", "zh"}, {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"},
    {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"in", "id"},  {"iw", "he"},
    {"ji", "yi"},  {"jw", "jv"},  {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"},
    {"mis", ""},   {"mo", "ro"},  {"mul", ""},   {"per", "fa"}, {"rum", "ro"},
    {"slo", "sk"}, {"tib", "bo"}, {"und", ""},   {"wel", "cy"}, {"zsm", "ms"},
    {"zxx", ""},
}};

constexpr std::array<Replacement, 7> kRegions = {{
    {"BU", "MM"},
    {"DD", "DE"},
    {"FX", "FR"},
    {"TP", "TL"},
    {"UK", "GB"},
    {"YD", "YE"},
    {"ZR", "CD"},
}};

template <size_t kSize>
const Replacement* Find(std::string_view code,
                        const std::array<Replacement, kSize>& rows) {
  const auto* row = std::ranges::find(rows, code, &Replacement::from);
  return row == rows.end() ? nullptr : row;
}

bool IsLetters(std::string_view text) {
  return std::ranges::all_of(text, IsAsciiLetter);
}

bool IsDigits(std::string_view text) {
  return std::ranges::all_of(text, IsAsciiDigit);
}

std::string UpperAscii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return upper;
}

std::string LanguageOfCode(std::string_view subtag) {
  if (subtag.size() < 2 || subtag.size() > 3 || !IsLetters(subtag)) return "";
  const std::string code = LowerAscii(subtag);
  if (const Replacement* known = Find(code, kLanguages)) {
    return std::string(known->to);
  }
  char shorter[ULOC_LANG_CAPACITY] = {};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(code.c_str(), shorter, ULOC_LANG_CAPACITY, &status);
  if (U_FAILURE(status)) return "";
  // Rejects codes that are not languages. "jp" and "cn" are codes of countries.
  const bool exists = code.size() == 3 || *uloc_getISO3Language(shorter) != 0;
  return exists ? shorter : "";
}

std::string ScriptOf(std::string_view subtag) {
  if (subtag.size() != 4 || !IsLetters(subtag)) return "";
  std::string code = LowerAscii(subtag);
  code[0] = UpperAscii(code.substr(0, 1))[0];
  return u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str()) ==
                 UCHAR_INVALID_CODE
             ? ""
             : code;
}

std::string RegionOf(std::string_view subtag) {
  if (subtag.size() == 3 && IsDigits(subtag)) return std::string(subtag);
  if (subtag.size() != 2 || !IsLetters(subtag)) return "";
  const std::string code = UpperAscii(subtag);
  if (const Replacement* known = Find(code, kRegions)) {
    return std::string(known->to);
  }
  const std::string locale = "und_" + code;
  return *uloc_getISO3Country(locale.c_str()) != 0 ? code : "";
}

/// Removes the first subtag from the tag and returns this subtag.
std::string_view TakeSubtag(std::string_view& tag) {
  const size_t end = std::min(tag.find_first_of("-_"), tag.size());
  const std::string_view subtag = tag.substr(0, end);
  tag.remove_prefix(std::min(end + 1, tag.size()));
  return subtag;
}

}  // namespace

std::string CanonicalTag(std::string_view tag) {
  tag = TrimBlanks(tag);
  tag = tag.substr(0, tag.find_first_of(".@"));  // POSIX: "de_DE.UTF-8"
  std::string canonical = LanguageOfCode(TakeSubtag(tag));
  if (canonical.empty()) return "";
  std::string_view subtag = TakeSubtag(tag);
  // In "zh-yue-HK", the second subtag "yue" is the language.
  if (canonical == "zh" && subtag.size() == 3 && IsLetters(subtag)) {
    canonical = LanguageOfCode(subtag);
    subtag = TakeSubtag(tag);
  }
  if (const std::string script = ScriptOf(subtag); !script.empty()) {
    canonical += '-' + script;
    subtag = TakeSubtag(tag);
  }
  const std::string region = RegionOf(subtag);
  return region.empty() ? canonical : canonical + '-' + region;
}

std::string PrimaryLanguage(std::string_view tag) {
  return LanguageOfCode(TakeSubtag(tag));
}

}  // namespace newsmill::extract::text
