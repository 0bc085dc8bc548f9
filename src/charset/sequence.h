// Code that the decoders of multi-byte encodings share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/base/utf8.h"

namespace newsmill::charset {

inline constexpr int32_t kReplacement = 0xFFFD;

/// A decoded character and the number of its bytes. `character` is kReplacement
/// if the bytes are invalid.
struct Sequence {
  size_t bytes = 1;
  int32_t character = kReplacement;
};

constexpr bool IsIn(unsigned char byte, unsigned min, unsigned max) {
  return byte >= min && byte <= max;
}

/// Returns the result for two bytes that are not a character. If the second
/// byte is ASCII, the result covers only the first byte, and the decoder reads
/// the second byte again. Otherwise the error could hide markup such as "<".
constexpr Sequence NoCharacter(unsigned char trail) {
  return {trail < 0x80 ? size_t{1} : size_t{2}, kReplacement};
}

/// Converts `in` to UTF-8. Copies ASCII bytes. At any other byte, calls
/// `append_at(rest, out)`. This function must append the UTF-8 of one sequence
/// to `out`, and return how many bytes of `rest` it has read.
template <typename AppendAt>
std::string DecodeBeyondAscii(std::string_view in, AppendAt append_at) {
  std::string out;
  out.reserve(in.size() + in.size() / 2);
  while (!in.empty()) {
    const size_t ascii = AsciiPrefix(in);
    out.append(in.substr(0, ascii));
    in.remove_prefix(ascii);
    while (!in.empty() && static_cast<unsigned char>(in[0]) >= 0x80) {
      in.remove_prefix(append_at(in, out));
    }
  }
  return out;
}

/// Does the same as DecodeBeyondAscii for encodings in which each sequence is
/// one character. `sequence_at(rest)` returns the first sequence of `rest`.
template <typename SequenceAt>
std::string DecodeSequences(std::string_view in, SequenceAt sequence_at) {
  return DecodeBeyondAscii(in, [&](std::string_view rest, std::string& out) {
    const Sequence sequence = sequence_at(rest);
    AppendCharacter(sequence.character, out);
    return sequence.bytes;
  });
}

}  // namespace newsmill::charset
