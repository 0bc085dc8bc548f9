// The character encodings of the web, with their names and labels.
// https://encoding.spec.whatwg.org/#names-and-labels
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsmill::charset {

/// The encodings, in the order of the standard's table.
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
  kIso88598I,  // as kIso88598, but in logical order
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
  kWindows1252,  // also for the labels "iso-8859-1" and "ascii"
  kWindows1253,
  kWindows1254,
  kWindows1255,
  kWindows1256,
  kWindows1257,
  kWindows1258,
  kXMacCyrillic,
  kGbk,
  kGb18030,
  kBig5,  // including the Hong Kong characters
  kEucJp,
  kIso2022Jp,
  kShiftJis,
  kEucKr,        // decoded as windows-949
  kReplacement,  // for unsafe encodings: decoded as one U+FFFD
  kUtf16Be,
  kUtf16Le,
  kXUserDefined,
};
inline constexpr int kEncodingCount = 40;

/// Returns the name as the standard writes it: "UTF-8", "windows-1252" …
std::string_view Name(Encoding encoding);

/// Returns the encoding that has this label, or nothing if the standard has no
/// such label. Ignores case and blanks around the label.
std::optional<Encoding> EncodingOf(std::string_view label);

/// Returns true for UTF-16 in either byte order.
constexpr bool IsUtf16(Encoding encoding) {
  return encoding == Encoding::kUtf16Be || encoding == Encoding::kUtf16Le;
}

}  // namespace newsmill::charset
