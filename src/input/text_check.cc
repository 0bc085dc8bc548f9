#include "text_check.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

constexpr size_t kSpanBytes = size_t{8} << 10;

/// The number of characters of each kind in a text.
struct Shares {
  int64_t all = 0;
  int64_t controls = 0;  // C0 and DEL, except white space and ESC
  int64_t rare = 0;      // C1, unassigned and private characters, and U+FFFD
  int64_t letters = 0;
  int64_t accented = 0;  // letters of Latin-1 beyond ASCII
};

bool IsControl(int32_t c) {
  return c < 0x20 ? (c < '\t' || c > '\r') && c != 0x1B : c == 0x7F;
}

bool IsRare(int32_t c) {
  constexpr uint32_t kMask =
      U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK;
  return c == 0xFFFD || (U_GET_GC_MASK(c) & kMask) != 0;
}

void Count(int32_t c, Shares& shares) {
  ++shares.all;
  if (c < 0x80) {
    shares.controls += IsControl(c) ? 1 : 0;
    shares.letters += IsAsciiLetter(static_cast<char>(c)) ? 1 : 0;
  } else if (IsRare(c)) {
    ++shares.rare;
  } else if (u_isalpha(c) != 0) {
    ++shares.letters;
    shares.accented += c < 0x100 ? 1 : 0;
  }
}

/// Returns the number of control characters, at most `limit`.
int64_t ControlsIn(std::string_view text, int64_t limit) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHighBits = kOnes * 0x80;
  constexpr size_t kWord = sizeof(uint64_t);
  int64_t controls = 0;
  const auto count = [&](std::string_view bytes) {
    for (const char c : bytes) {
      controls += IsControl(static_cast<unsigned char>(c)) ? 1 : 0;
    }
  };
  size_t i = 0;
  for (; text.size() - i >= kWord && controls < limit; i += kWord) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + i, kWord);
    const uint64_t deletes = word ^ (kOnes * 0x7F);
    const uint64_t found =
        ((word - kOnes * 0x20) & ~word) | ((deletes - kOnes) & ~deletes);
    if ((found & kHighBits) != 0) count(text.substr(i, kWord));
  }
  if (controls < limit) count(text.substr(i));
  return controls;
}

/// Returns the number of rare characters, at most `limit`.
int64_t RareIn(std::string_view text, int64_t limit) {
  int64_t rare = 0;
  for (size_t i = AsciiPrefix(text); i < text.size() && rare < limit;
       i += AsciiPrefix(text.substr(i))) {
    while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) {
      rare += IsRare(NextCharacter(text, i)) ? 1 : 0;
    }
  }
  return rare;
}

/// Counts the characters of a text. Ignores printable ASCII in tags, which is
/// the same in every charset.
void CountSpan(std::string_view text, Shares& shares) {
  bool in_tag = false;
  for (size_t i = 0; i < text.size();) {
    const int32_t c = NextCharacter(text, i);
    if (c == '<') in_tag = true;
    if (c == '>') in_tag = false;
    if (!in_tag || IsControl(c) || c >= 0x80) Count(c, shares);
  }
}

/// Returns the part of `text` at `begin` with at most `kSpanBytes` bytes. Does
/// not cut a character in two.
std::string_view SpanAt(std::string_view text, size_t begin) {
  while (begin < text.size() && IsContinuationByte(text[begin])) ++begin;
  return TruncateUtf8(text.substr(begin), kSpanBytes);
}

/// Returns the parts of the text to check: the whole text if it is short, and
/// otherwise its beginning, middle and end.
std::vector<std::string_view> SamplesOf(std::string_view text) {
  if (text.size() <= 3 * kSpanBytes) return {text};
  return {SpanAt(text, 0), SpanAt(text, text.size() / 2),
          SpanAt(text, text.size() - kSpanBytes)};
}

}  // namespace

std::optional<Rejection> RejectionIfNotText(std::string_view text,
                                            charset::Evidence evidence) {
  constexpr int64_t kFew = 3;
  constexpr int64_t kFewLetters = 20;
  const std::vector<std::string_view> samples = SamplesOf(text);
  // This fast check comes first, because nearly all texts pass it.
  int64_t controls = 0;
  int64_t rare = 0;
  for (const std::string_view sample : samples) {
    controls += ControlsIn(sample, kFew + 1);
    rare += RareIn(sample, kFew + 1);
  }
  if (controls <= kFew && rare <= kFew &&
      evidence != charset::Evidence::kDefault) {
    return std::nullopt;
  }
  Shares shares;
  for (const std::string_view sample : samples) CountSpan(sample, shares);
  if (shares.controls > kFew && shares.controls * 50 > shares.all) {
    return Rejection{Reason::kUnsupported,
                     "the body is binary data (control characters)", ""};
  }
  if (shares.rare > kFew && shares.rare * 20 > shares.all) {
    return Rejection{Reason::kCharset,
                     "one in " + std::to_string(shares.all / shares.rare) +
                         " characters does not occur in texts, so the stated "
                         "or assumed charset is wrong",
                     ""};
  }
  // If no charset is known, windows-1252 is assumed. No language in
  // windows-1252 has accents on so many letters.
  if (evidence == charset::Evidence::kDefault && shares.letters > kFewLetters &&
      shares.accented * 3 > shares.letters) {
    return Rejection{Reason::kCharset,
                     "no charset is stated, the bytes are not UTF-8, and the "
                     "charset cannot be detected",
                     ""};
  }
  return std::nullopt;
}

}  // namespace newsmill::input
