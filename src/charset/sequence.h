// What the decoders of sets with several bytes a character share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/base/utf8.h"
#include "newsmill/charset/utf8.h"

namespace newsmill::charset {

inline constexpr int32_t kReplacement = 0xFFFD;

/// What stands at some bytes: how many of them belong to it, and the character;
/// kReplacement when they are none.
struct Sequence {
  size_t bytes = 1;
  int32_t character = kReplacement;
};

constexpr bool IsIn(unsigned char byte, unsigned min, unsigned max) {
  return byte >= min && byte <= max;
}

/// Two bytes that are no character: an ASCII byte behind the lead is read
/// again, so that no error hides markup.
constexpr Sequence NoCharacter(unsigned char trail) {
  return {trail < 0x80 ? size_t{1} : size_t{2}, kReplacement};
}

/// `sequence_at(rest)` reads at a byte that is not ASCII; ASCII is copied.
template <typename SequenceAt>
std::string DecodeSequences(std::string_view in, SequenceAt sequence_at) {
  std::string out;
  out.reserve(in.size() + in.size() / 2);
  while (!in.empty()) {
    const size_t ascii = AsciiPrefix(in);
    out.append(in.substr(0, ascii));
    in.remove_prefix(ascii);
    while (!in.empty() && static_cast<unsigned char>(in[0]) >= 0x80) {
      const Sequence sequence = sequence_at(in);
      AppendCharacter(sequence.character, out);
      in.remove_prefix(sequence.bytes);
    }
  }
  return out;
}

}  // namespace newsmill::charset
