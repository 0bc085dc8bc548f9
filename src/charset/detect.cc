#include "detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>

#include "newsmill/base/ascii.h"
#include "newsmill/charset/decode.h"

namespace newsmill::charset {
namespace {

constexpr size_t kMaxSample = size_t{32} << 10;
constexpr ptrdiff_t kMinHighBytes = 6;  // fewer tell nothing

struct Free {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, Free>;

bool IsHigh(char c) { return (c & 0x80) != 0; }

/// Returns the bytes behind a script or style element that begins at `open`;
/// `open` if none does.
size_t EndOfRawText(std::string_view bytes, size_t open) {
  for (const std::string_view name : {"script", "style"}) {
    if (!StartsWithIgnoringCase(bytes.substr(open + 1), name)) continue;
    for (size_t at = bytes.find("</", open); at != bytes.npos;
         at = bytes.find("</", at + 2)) {
      if (StartsWithIgnoringCase(bytes.substr(at + 2), name)) return at;
    }
    return bytes.size();
  }
  return open;
}

/// The bytes outside of tags, scripts and styles. A "<" that begins no tag is
/// text.
std::string TextIn(std::string_view bytes) {
  std::string text;
  for (size_t i = 0; i < bytes.size() && text.size() < kMaxSample;) {
    const size_t open = std::min(bytes.find('<', i), bytes.size());
    text += bytes.substr(i, std::min(open - i, kMaxSample));
    if (open == bytes.size()) break;
    const size_t close = bytes.find('>', EndOfRawText(bytes, open));
    if (close == bytes.npos) {
      text += bytes.substr(open, kMaxSample);
      break;
    }
    i = close + 1;
  }
  return text;
}

/// Those that pages without a declaration were seen in. uchardet also knows
/// some that the same bytes are never meant in: IBM852, VISCII.
bool IsLikely(Encoding encoding) {
  switch (encoding) {
    case Encoding::kIso88592:
    case Encoding::kIso88595:
    case Encoding::kIso88596:
    case Encoding::kIso88597:
    case Encoding::kIso88598:
    case Encoding::kIso885915:
    case Encoding::kIbm866:
    case Encoding::kKoi8U:
    case Encoding::kWindows874:
    case Encoding::kWindows1250:
    case Encoding::kWindows1251:
    case Encoding::kWindows1252:
    case Encoding::kWindows1253:
    case Encoding::kWindows1254:
    case Encoding::kWindows1255:
    case Encoding::kWindows1256:
    case Encoding::kWindows1257:
    case Encoding::kWindows1258:
    case Encoding::kGb18030:
    case Encoding::kGbk:
    case Encoding::kBig5:
    case Encoding::kEucJp:
    case Encoding::kShiftJis:
    case Encoding::kEucKr:
      return true;
    default:
      return false;
  }
}

std::optional<Encoding> EncodingOfGuess(std::string_view guess) {
  if (guess == "UHC") return Encoding::kEucKr;
  // The same letters, and the Ukrainian ones.
  if (guess == "KOI8-R") return Encoding::kKoi8U;
  return EncodingOf(guess);
}

/// Returns whether the language has many letters beyond ASCII. uchardet takes
/// text with few of them for Baltic.
bool HasManyAccents(std::string_view sample, ptrdiff_t high_bytes) {
  constexpr ptrdiff_t kMany = 25;  // one in so many bytes
  return high_bytes * kMany >= static_cast<ptrdiff_t>(sample.size());
}

/// Decodes with hardly an error. The sample may end within a character.
bool Fits(Encoding encoding, const std::string& sample) {
  constexpr size_t kMostErrors = 200;  // one in so many bytes, and the last one
  const std::string text = Decode(encoding, sample);
  size_t errors = 0;
  for (size_t at = text.find("\xEF\xBF\xBD"); at != text.npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++errors;
  }
  return errors <= 1 + sample.size() / kMostErrors;
}

/// Length of the UTF-8 sequence beyond ASCII at `i`; 0 if it is none.
size_t Utf8Sequence(std::string_view bytes, size_t i) {
  const auto first = static_cast<unsigned char>(bytes[i]);
  const size_t size = first >= 0xF0 && first < 0xF5   ? 4
                      : first >= 0xE0 && first < 0xF0 ? 3
                      : first >= 0xC2 && first < 0xE0 ? 2
                                                      : 0;
  if (size == 0 || bytes.size() - i < size) return 0;
  const bool continued = std::ranges::all_of(
      bytes.substr(i + 1, size - 1),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; });
  return continued ? size : 0;
}

}  // namespace

std::optional<Encoding> DetectedEncoding(std::string_view bytes) {
  const std::string sample = TextIn(bytes);
  const ptrdiff_t high_bytes = std::ranges::count_if(sample, IsHigh);
  if (high_bytes < kMinHighBytes) return std::nullopt;
  const Detector detector(uchardet_new());
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  auto guess = EncodingOfGuess(uchardet_get_charset(detector.get()));
  if (guess == Encoding::kIso885913 && HasManyAccents(sample, high_bytes)) {
    guess = Encoding::kWindows1257;  // the same letters
  }
  const bool believed = guess && IsLikely(*guess) && Fits(*guess, sample);
  return believed ? guess : std::nullopt;
}

bool IsMostlyUtf8(std::string_view bytes) {
  size_t sequences = 0;
  size_t broken = 0;
  for (size_t i = 0; i < bytes.size();) {
    if (!IsHigh(bytes[i])) {
      ++i;
      continue;
    }
    const size_t size = Utf8Sequence(bytes, i);
    sequences += size > 0 ? 1 : 0;
    broken += size > 0 ? 0 : 1;
    i += std::max<size_t>(size, 1);
  }
  return sequences > 0 && sequences >= 8 * broken;
}

}  // namespace newsmill::charset
