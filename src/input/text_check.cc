#include "text_check.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <string>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

constexpr size_t kSpanBytes = size_t{8} << 10;

/// What a text is made of, in characters.
struct Shares {
  int64_t all = 0;
  int64_t controls = 0;  // C0, except blanks and what terminals use in text
  int64_t rare = 0;      // C1, not assigned, private, replaced
  int64_t letters = 0;
  int64_t accented = 0;  // letters of Latin-1 beyond ASCII
};

bool IsUtf8Continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

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

/// A page counts without its tags, which are ASCII in every charset.
void CountSpan(std::string_view text, Shares& shares) {
  bool in_tag = false;
  for (size_t i = 0; i < text.size();) {
    const int32_t c = NextCharacter(text, i);
    if (c == '<') in_tag = true;
    if (c == '>') in_tag = false;
    if (!in_tag || IsControl(c) || c >= 0x80) Count(c, shares);
  }
}

/// The characters of at most `kSpanBytes` from `begin` on.
std::string_view SpanAt(std::string_view text, size_t begin) {
  while (begin < text.size() && IsUtf8Continuation(text[begin])) ++begin;
  return TruncateUtf8(text.substr(begin), kSpanBytes);
}

Shares SharesOf(std::string_view text) {
  Shares shares;
  if (text.size() <= 3 * kSpanBytes) {
    CountSpan(text, shares);
    return shares;
  }
  for (const size_t begin :
       {size_t{0}, text.size() / 2, text.size() - kSpanBytes}) {
    CountSpan(SpanAt(text, begin), shares);
  }
  return shares;
}

}  // namespace

std::optional<Rejection> WhyNoText(std::string_view text,
                                   charset::Evidence evidence) {
  constexpr int64_t kFew = 3;
  constexpr int64_t kFewLetters = 20;
  const Shares shares = SharesOf(text);
  if (shares.controls > kFew && shares.controls * 50 > shares.all) {
    return Rejection{Reason::kUnsupported,
                     "the body is binary data (control characters)", ""};
  }
  if (shares.rare > kFew && shares.rare * 20 > shares.all) {
    return Rejection{Reason::kCharset,
                     "one of " + std::to_string(shares.all / shares.rare) +
                         " characters is none that texts have, so the charset "
                         "is not the one that was stated or assumed",
                     ""};
  }
  // No language that is written in windows-1252 has so many accents.
  if (evidence == charset::Evidence::kDefault && shares.letters > kFewLetters &&
      shares.accented * 3 > shares.letters) {
    return Rejection{Reason::kCharset,
                     "no charset is stated, the bytes are not UTF-8, and they "
                     "do not tell which charset they are in",
                     ""};
  }
  return std::nullopt;
}

}  // namespace newsmill::input
