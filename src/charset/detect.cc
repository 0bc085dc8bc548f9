#include "detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/decode.h"

namespace newsmill::charset {
namespace {

constexpr size_t kMaxSample = size_t{32} << 10;
constexpr char kEscape = '\x1B';
// With fewer bytes beyond ASCII, a guess would be unreliable.
constexpr ptrdiff_t kMinHighBytes = 6;

struct Free {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, Free>;

bool IsHigh(char c) { return (c & 0x80) != 0; }

/// If a script or style element begins at `open`, returns the position of its
/// end tag. If another tag begins at `open`, returns `open`.
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

}  // namespace

// A "<" without a ">" after it is text.
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

namespace {

/// Returns whether web pages without a declared encoding may use this encoding.
/// uchardet also reports encodings that web pages do not use: IBM852, VISCII.
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
  // KOI8-U is correct for Russian text, too. It has all letters of KOI8-R, and
  // also the Ukrainian letters.
  if (guess == "KOI8-R") return Encoding::kKoi8U;
  return EncodingOf(guess);
}

/// Returns whether the sample has many bytes beyond ASCII. For a sample with
/// few such bytes, uchardet often reports a Baltic encoding by mistake.
bool HasManyAccents(std::string_view sample, ptrdiff_t high_bytes) {
  constexpr ptrdiff_t kMany = 25;  // one high byte in 25 bytes
  return high_bytes * kMany >= static_cast<ptrdiff_t>(sample.size());
}

/// Returns whether decoding the sample gives few errors. One error is always
/// allowed, because the sample may end within a character.
bool DecodesCleanly(Encoding encoding, std::string_view sample) {
  constexpr size_t kBytesPerError = 200;
  const std::string text = Decode(encoding, std::string(sample));
  size_t errors = 0;
  for (size_t at = text.find(kReplacementCharacter); at != text.npos;
       at = text.find(kReplacementCharacter, at + 1)) {
    ++errors;
  }
  return errors <= 1 + sample.size() / kBytesPerError;
}

/// A multi-byte character, or the part of it before the byte that breaks it.
struct Sequence {
  size_t bytes = 1;
  bool is_complete = false;
};

/// Returns the sequence at `i`. A byte that begins no character is a sequence
/// of its own.
Sequence SequenceAt(std::string_view bytes, size_t i) {
  const auto first = static_cast<unsigned char>(bytes[i]);
  const size_t size = first >= 0xF0 && first < 0xF5   ? 4
                      : first >= 0xE0 && first < 0xF0 ? 3
                      : first >= 0xC2 && first < 0xE0 ? 2
                                                      : 0;
  if (size == 0) return {};
  const std::string_view rest = bytes.substr(i, size);
  const auto end =
      std::find_if_not(rest.begin() + 1, rest.end(), IsContinuationByte);
  const auto found = static_cast<size_t>(end - rest.begin());
  return {found, found == size};
}

/// Returns whether two bytes are a letter and a sign that often follows letters
/// in windows-1252: "é»", "é…", "é" and a no-break space.
bool IsLetterAndSign(std::string_view bytes) {
  constexpr std::string_view kSigns =
      "\x85\x92\x93\x94\x96\x97\x99\x9B\xA0\xA9\xAB\xAE\xB7\xBB";
  return bytes.size() == 2 && kSigns.find(bytes[1]) != kSigns.npos;
}

/// Returns whether the byte at `i` is the first byte of a character that was
/// cut off at the end of a word. In a legacy encoding the byte would be a
/// capital letter after a small letter.
bool IsCutLead(std::string_view bytes, size_t i) {
  const auto first = static_cast<unsigned char>(bytes[i]);
  const bool ends_word =
      i + 1 == bytes.size() ||
      (!IsHigh(bytes[i + 1]) && !IsAsciiLetter(bytes[i + 1]));
  return first >= 0xC2 && first < 0xDF && ends_word && i > 0 &&
         bytes[i - 1] >= 'a' && bytes[i - 1] <= 'z';
}

struct Utf8Sequences {
  size_t valid = 0;
  size_t cut = 0;     // broken, but evidence of UTF-8
  size_t broken = 0;  // other bytes beyond ASCII
};

Utf8Sequences Utf8SequencesIn(std::string_view bytes) {
  Utf8Sequences found;
  for (size_t i = AsciiPrefix(bytes); i < bytes.size();) {
    const Sequence sequence = SequenceAt(bytes, i);
    if (sequence.is_complete) {
      ++found.valid;
    } else if (IsHigh(bytes[i])) {
      const bool is_cut =
          sequence.bytes > 1 ? !IsLetterAndSign(bytes.substr(i, sequence.bytes))
                             : IsCutLead(bytes, i);
      ++(is_cut ? found.cut : found.broken);
    }
    i += sequence.bytes;
  }
  return found;
}

/// Returns whether the bytes are probably ISO-8859-2 and not windows-1250. The
/// two encodings differ in a few bytes. The bytes of the Polish letters Ą Ś Ź ą
/// ś in ISO-8859-2 are signs in windows-1250, and such signs are rarely beside
/// letters. The bytes of kLetters are letters in windows-1250 and control
/// characters in ISO-8859-2.
bool IsLatin2(std::string_view sample) {
  constexpr std::string_view kSigns = "\xA1\xA6\xAC\xB1\xB6";
  constexpr std::string_view kLetters = "\x8A\x8C\x8F\x9A\x9C\x9E\x9F";
  const auto is_letter = [&](size_t i) {
    return i < sample.size() && (IsAsciiLetter(sample[i]) ||
                                 static_cast<unsigned char>(sample[i]) >= 0xC0);
  };
  size_t signs = 0;
  size_t letters = 0;
  for (size_t i = 0; i < sample.size(); ++i) {
    if (!IsHigh(sample[i]) || (!is_letter(i - 1) && !is_letter(i + 1))) {
      continue;
    }
    signs += kSigns.find(sample[i]) != kSigns.npos ? 1 : 0;
    letters += kLetters.find(sample[i]) != kLetters.npos ? 1 : 0;
  }
  return signs > letters;
}

/// Returns `guess`, or a similar encoding if this encoding fits the sample
/// better.
Encoding Refined(Encoding guess, const std::string& sample,
                 ptrdiff_t high_bytes) {
  if (guess == Encoding::kIso885913 && HasManyAccents(sample, high_bytes)) {
    return Encoding::kWindows1257;  // has the same letters as the guess
  }
  if (guess == Encoding::kWindows1250 && IsLatin2(sample)) {
    return Encoding::kIso88592;
  }
  return guess;
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
  if (guess) guess = Refined(*guess, sample, high_bytes);
  const bool believed =
      guess && IsLikely(*guess) && DecodesCleanly(*guess, sample);
  return believed ? guess : std::nullopt;
}

bool IsIso2022Jp(std::string_view bytes) {
  size_t at = bytes.find(kEscape);
  if (at == bytes.npos || !IsAscii(bytes)) return false;
  bool is_japanese = false;
  for (; at != bytes.npos; at = bytes.find(kEscape, at + 1)) {
    const std::string_view code = bytes.substr(at + 1, 2);
    if (code == "$B" || code == "$@") {
      is_japanese = true;
    } else if (code.size() == 2 && code != "(B" && code != "(J" &&
               code != "(I") {
      return false;
    }
  }
  return is_japanese && DecodesCleanly(Encoding::kIso2022Jp, bytes);
}

bool IsMostlyUtf8(std::string_view bytes) {
  const Utf8Sequences found = Utf8SequencesIn(bytes);
  return found.valid > 0 && found.valid >= found.cut &&
         found.valid >= 8 * found.broken;
}

bool IsPartlyUtf8(std::string_view bytes) {
  const Utf8Sequences found = Utf8SequencesIn(bytes);
  return found.valid + found.cut >= found.broken;
}

}  // namespace newsmill::charset
