// The web's character encodings, their names and labels.
// https://encoding.spec.whatwg.org/#names-and-labels
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsmill::charset {

/// In the order of the standard's table.
enum class Encoding : uint8_t {
  kUtf8,
  kIbm866,
  kIso88592,
  kIso88593,
  kIso88594,
  kIso88595,
  kIso88596,
  kIso88597,
  kIso88598,
  kIso88598I,  // logical order: the same characters as kIso88598
  kIso885910,
  kIso885913,
  kIso885914,
  kIso885915,
  kIso885916,
  kKoi8R,
  kKoi8U,
  kMacintosh,
  kWindows874,
  kWindows1250,
  kWindows1251,
  kWindows1252,  // what the web means by ISO-8859-1 and ASCII
  kWindows1253,
  kWindows1254,
  kWindows1255,
  kWindows1256,
  kWindows1257,
  kWindows1258,
  kXMacCyrillic,
  kGbk,
  kGb18030,
  kBig5,  // with the Hong Kong characters
  kEucJp,
  kIso2022Jp,
  kShiftJis,
  kEucKr,        // windows-949
  kReplacement,  // sets that are not safe to read: one U+FFFD
  kUtf16Be,
  kUtf16Le,
  kXUserDefined,
};
inline constexpr int kEncodingCount = 40;

/// "UTF-8", "windows-1252" … as the standard writes it.
std::string_view Name(Encoding encoding);

/// The encoding that a label means; nothing for one that the standard does not
/// know. Case and blanks around it do not matter.
std::optional<Encoding> EncodingOf(std::string_view label);

/// UTF-16, either way.
constexpr bool IsUtf16(Encoding encoding) {
  return encoding == Encoding::kUtf16Be || encoding == Encoding::kUtf16Le;
}

}  // namespace newsmill::charset
