// https://encoding.spec.whatwg.org/#euc-kr-decoder
#include <array>
#include <memory>

#include "converter.h"
#include "decoders.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

constexpr size_t kTrails = 190;
using Index = std::array<char16_t, 126 * kTrails>;

size_t PointerOf(unsigned lead, unsigned trail) {
  return (lead - 0x81) * kTrails + trail - 0x41;
}

/// Returns ICU's index of windows-949 without its private characters.
std::unique_ptr<const Index> MakeIndex() {
  auto index = std::make_unique<Index>();
  const SequenceDecoder decoder("windows-949");
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x41; trail <= 0xFE; ++trail) {
      const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
      const int32_t character = decoder.CharacterOf({bytes, 2});
      if (character >= 0xE000 && character < 0xF900) continue;
      index->at(PointerOf(lead, trail)) = static_cast<char16_t>(character);
    }
  }
  return index;
}

Sequence SequenceAt(std::string_view in) {
  static const std::unique_ptr<const Index> kIndex = MakeIndex();
  const auto lead = static_cast<unsigned char>(in[0]);
  if (!IsIn(lead, 0x81, 0xFE) || in.size() == 1) return {1, kReplacement};
  const auto trail = static_cast<unsigned char>(in[1]);
  if (IsIn(trail, 0x41, 0xFE)) {
    const char16_t character = (*kIndex)[PointerOf(lead, trail)];
    if (character != 0) return {2, character};
  }
  return NoCharacter(trail);
}

}  // namespace

std::string DecodeEucKr(std::string_view in) {
  return DecodeSequences(in, SequenceAt);
}

}  // namespace newsmill::charset
