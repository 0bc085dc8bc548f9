// https://encoding.spec.whatwg.org/#big5-decoder
#include <array>
#include <memory>

#include "converter.h"
#include "decoders.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

constexpr size_t kTrails = 157;
// The standard's index has no characters for lower lead bytes. ICU has private
// characters there.
constexpr unsigned kFirstLead = 0x87;
using Index = std::array<int32_t, 126 * kTrails>;

/// Two bytes, and their character in the standard's index. For these bytes,
/// ICU's Big5-HKSCS has no character or only a private character.
struct Correction {
  unsigned bytes;
  char16_t character;
};
constexpr Correction kCorrections[] = {
#include "big5_corrections_table.inc"
};

constexpr bool IsTrail(unsigned byte) {
  return (byte >= 0x40 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xFE);
}

size_t PointerOf(unsigned lead, unsigned trail) {
  return (lead - 0x81) * kTrails + trail - (trail < 0x7F ? 0x40 : 0x62);
}

std::unique_ptr<const Index> MakeIndex() {
  auto index = std::make_unique<Index>();
  const SequenceDecoder decoder("Big5-HKSCS");
  for (unsigned lead = kFirstLead; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (!IsTrail(trail)) continue;
      const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
      index->at(PointerOf(lead, trail)) = decoder.CharacterOf({bytes, 2});
    }
  }
  for (const auto& [bytes, character] : kCorrections) {
    index->at(PointerOf(bytes >> 8, bytes & 0xFF)) = character;
  }
  return index;
}

/// Each of four special sequences encodes two characters, a letter and a
/// combining mark. LetterWithMark returns both in one number: the letter in the
/// low 16 bits, and the mark in the bits above. LetterWithMark returns 0 for
/// any other sequence.
constexpr int32_t kMarkShift = 16;
int32_t LetterWithMark(unsigned lead, unsigned trail) {
  if (lead != 0x88) return 0;
  switch (trail) {
    case 0x62:
      return 0x0304 << kMarkShift | 0xCA;
    case 0x64:
      return 0x030C << kMarkShift | 0xCA;
    case 0xA3:
      return 0x0304 << kMarkShift | 0xEA;
    case 0xA5:
      return 0x030C << kMarkShift | 0xEA;
    default:
      return 0;
  }
}

Sequence SequenceAt(std::string_view in) {
  static const std::unique_ptr<const Index> kIndex = MakeIndex();
  const auto lead = static_cast<unsigned char>(in[0]);
  if (!IsIn(lead, 0x81, 0xFE) || in.size() == 1) return {1, kReplacement};
  const auto trail = static_cast<unsigned char>(in[1]);
  if (IsTrail(trail)) {
    const int32_t character = (*kIndex)[PointerOf(lead, trail)];
    if (character != 0) return {2, character};
  }
  return NoCharacter(trail);
}

}  // namespace

std::string DecodeBig5(std::string_view in) {
  return DecodeBeyondAscii(in, [](std::string_view rest, std::string& out) {
    const int32_t pair =
        rest.size() == 1 ? 0
                         : LetterWithMark(static_cast<unsigned char>(rest[0]),
                                          static_cast<unsigned char>(rest[1]));
    if (pair != 0) {
      AppendCharacter(pair & 0xFFFF, out);
      AppendCharacter(pair >> kMarkShift, out);
      return size_t{2};
    }
    const Sequence sequence = SequenceAt(rest);
    AppendCharacter(sequence.character, out);
    return sequence.bytes;
  });
}

}  // namespace newsmill::charset
