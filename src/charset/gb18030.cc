// https://encoding.spec.whatwg.org/#gb18030-decoder
#include <array>
#include <memory>

#include "converter.h"
#include "decoders.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

constexpr size_t kTrails = 190;
constexpr size_t kFourByteBmp = 39420;  // four-byte sequences below U+10000

/// The index of GB18030. It is made with ICU's converter for GB18030-2005.
struct Index {
  std::array<char16_t, 126 * kTrails> two_bytes{};
  std::array<char16_t, kFourByteBmp> four_bytes{};
};

/// Two bytes for which the web standard (GB18030-2022) and ICU have different
/// characters, and the character of the web standard. For example, 0xA3A0 is
/// the ideographic space U+3000.
struct Correction {
  std::array<unsigned char, 2> bytes;
  char16_t character;
};
constexpr std::array<Correction, 19> kCorrections = {{
    {{0xA3, 0xA0}, 0x3000}, {{0xA6, 0xD9}, 0xFE10}, {{0xA6, 0xDA}, 0xFE12},
    {{0xA6, 0xDB}, 0xFE11}, {{0xA6, 0xDC}, 0xFE13}, {{0xA6, 0xDD}, 0xFE14},
    {{0xA6, 0xDE}, 0xFE15}, {{0xA6, 0xDF}, 0xFE16}, {{0xA6, 0xEC}, 0xFE17},
    {{0xA6, 0xED}, 0xFE18}, {{0xA6, 0xF3}, 0xFE19}, {{0xFE, 0x59}, 0x9FB4},
    {{0xFE, 0x61}, 0x9FB5}, {{0xFE, 0x66}, 0x9FB6}, {{0xFE, 0x67}, 0x9FB7},
    {{0xFE, 0x6D}, 0x9FB8}, {{0xFE, 0x7E}, 0x9FB9}, {{0xFE, 0x90}, 0x9FBA},
    {{0xFE, 0xA0}, 0x9FBB},
}};

constexpr bool IsTrail(unsigned char byte) {
  return IsIn(byte, 0x40, 0x7E) || IsIn(byte, 0x80, 0xFE);
}

size_t PointerOf(unsigned char lead, unsigned char trail) {
  return (lead - 0x81U) * kTrails + trail - (trail < 0x7F ? 0x40U : 0x41U);
}

std::unique_ptr<const Index> MakeIndex() {
  auto index = std::make_unique<Index>();
  const SequenceDecoder decoder("gb18030");
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail == 0x7F) continue;
      const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
      index->two_bytes[PointerOf(static_cast<unsigned char>(lead),
                                 static_cast<unsigned char>(trail))] =
          static_cast<char16_t>(decoder.CharacterOf({bytes, 2}));
    }
  }
  for (const auto& [bytes, character] : kCorrections) {
    index->two_bytes[PointerOf(bytes[0], bytes[1])] = character;
  }
  for (size_t i = 0; i < kFourByteBmp; ++i) {
    const char bytes[] = {static_cast<char>(0x81 + i / 12600),
                          static_cast<char>(0x30 + i / 1260 % 10),
                          static_cast<char>(0x81 + i / 10 % 126),
                          static_cast<char>(0x30 + i % 10)};
    index->four_bytes[i] =
        static_cast<char16_t>(decoder.CharacterOf({bytes, 4}));
  }
  // GB18030-2022 has new two-byte forms for these characters, and they also
  // keep their four-byte forms. The four-byte forms are set here, so that the
  // index does not depend on the version of ICU.
  for (char16_t i = 0; i < 10; ++i) index->four_bytes[39076 + i] = 0xFE10 + i;
  for (char16_t i = 0; i < 8; ++i) index->four_bytes[19057 + i] = 0x9FB4 + i;
  return index;
}

const Index& TheIndex() {
  static const std::unique_ptr<const Index> kIndex = MakeIndex();
  return *kIndex;
}

int32_t CharacterOfFour(size_t pointer) {
  if (pointer < kFourByteBmp) {
    const char16_t character = TheIndex().four_bytes[pointer];
    return character == 0 ? kReplacement : character;
  }
  if (pointer < 189000 || pointer > 1237575) return kReplacement;
  return static_cast<int32_t>(pointer - 189000 + 0x10000);
}

/// Decodes a sequence of four bytes. A sequence has four bytes if its second
/// byte is a digit.
Sequence FourBytesAt(std::string_view in) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(in[i]); };
  if (in.size() == 2) return {2, kReplacement};
  if (!IsIn(byte(2), 0x81, 0xFE)) return {1, kReplacement};
  if (in.size() == 3) return {3, kReplacement};
  if (!IsIn(byte(3), 0x30, 0x39)) return {1, kReplacement};
  const size_t pointer = ((byte(0) - 0x81U) * 10 + byte(1) - 0x30U) * 1260 +
                         (byte(2) - 0x81U) * 10 + byte(3) - 0x30U;
  return {4, CharacterOfFour(pointer)};
}

Sequence SequenceAt(std::string_view in) {
  const auto lead = static_cast<unsigned char>(in[0]);
  if (lead == 0x80) return {1, 0x20AC};
  if (lead == 0xFF || in.size() == 1) return {1, kReplacement};
  const auto trail = static_cast<unsigned char>(in[1]);
  if (IsIn(trail, 0x30, 0x39)) return FourBytesAt(in);
  if (IsTrail(trail)) {
    const char16_t character = TheIndex().two_bytes[PointerOf(lead, trail)];
    if (character != 0) return {2, character};
  }
  return NoCharacter(trail);
}

}  // namespace

std::string DecodeGb18030(std::string_view in) {
  return DecodeSequences(in, SequenceAt);
}

}  // namespace newsmill::charset
