#include "escapes.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "newsmill/base/ascii.h"

namespace newsmill::json {
namespace {

bool IsForbiddenControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

constexpr uint64_t kHighBits = 0x8080808080808080;

/// Returns a word in which a high bit is set if and only if a byte of `word` is
/// below 0x20 (Bit Twiddling Hacks, "hasless"). The other bits have no meaning.
constexpr uint64_t ControlBits(uint64_t word) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  return (word - kOnes * 0x20) & ~word;
}
bool HasControl(uint64_t word) { return (ControlBits(word) & kHighBits) != 0; }

constexpr size_t kBlock = 64;

/// Returns whether the block has a byte below 0x20. The loop always reads eight
/// words, so that compilers can use vector instructions.
bool BlockHasControl(const char* block) {
  uint64_t found = 0;
  for (size_t i = 0; i < kBlock; i += sizeof(uint64_t)) {
    uint64_t word;
    std::memcpy(&word, block + i, sizeof(word));
    found |= ControlBits(word);
  }
  return (found & kHighBits) != 0;
}

bool IsHex(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return IsAsciiDigit(c) || (lower >= 'a' && lower <= 'f');
}

enum class Half { kNone, kHigh, kLow };

/// Returns whether the escape at `p` is a high surrogate, a low surrogate, or
/// neither. `p` points to a backslash.
Half HalfAt(const char* p, const char* end) {
  if (end - p < 6 || p[1] != 'u' || (p[2] | 0x20) != 'd' || !IsHex(p[4]) ||
      !IsHex(p[5])) {
    return Half::kNone;
  }
  const char third = static_cast<char>(p[3] | 0x20);
  if (p[3] == '8' || p[3] == '9' || third == 'a' || third == 'b') {
    return Half::kHigh;
  }
  return third >= 'c' && third <= 'f' ? Half::kLow : Half::kNone;
}

}  // namespace

size_t FindControlCharacter(std::string_view text) {
  size_t i = 0;
  while (text.size() - i >= kBlock && !BlockHasControl(text.data() + i)) {
    i += kBlock;
  }
  while (i < text.size()) {
    const size_t left = text.size() - i;
    uint64_t word;
    if (left >= 8) {
      std::memcpy(&word, text.data() + i, 8);
      if (!HasControl(word)) {
        i += 8;
        continue;
      }
    }
    for (const size_t end = i + std::min<size_t>(left, 8); i < end; ++i) {
      if (IsForbiddenControl(text[i])) return i;
    }
  }
  return text.size();
}

void ReplaceLoneSurrogates(std::vector<char>& json) {
  char* p = json.data();
  char* const end = p + json.size();
  while ((p = static_cast<char*>(
              std::memchr(p, '\\', static_cast<size_t>(end - p)))) != nullptr) {
    const Half half = HalfAt(p, end);
    if (half == Half::kNone) {
      p = std::min(p + 2, end);  // skips both: the second may be a backslash
    } else if (half == Half::kHigh && end - p > 6 && p[6] == '\\' &&
               HalfAt(p + 6, end) == Half::kLow) {
      p += 12;
    } else {
      std::copy_n("FFFD", 4, p + 2);
      p += 6;
    }
  }
}

}  // namespace newsmill::json
