// https://encoding.spec.whatwg.org/#single-byte-decoder
#include <array>
#include <memory>
#include <span>

#include "converter.h"
#include "decoders.h"
#include "newsmill/base/check.h"
#include "sequence.h"

namespace newsmill::charset {
namespace {

/// A byte that ICU decodes differently from the standard, and its character in
/// the standard. The character 0 means that the standard has no character for
/// the byte.
struct Correction {
  uint8_t byte;
  char16_t character;
};
constexpr std::array<Correction, 2> kKoi8U = {{{0xAE, 0x45E}, {0xBE, 0x40E}}};
constexpr std::array<Correction, 8> kWindows874 = {{{0xDB, 0},
                                                    {0xDC, 0},
                                                    {0xDD, 0},
                                                    {0xDE, 0},
                                                    {0xFC, 0},
                                                    {0xFD, 0},
                                                    {0xFE, 0},
                                                    {0xFF, 0}}};
constexpr std::array<Correction, 1> kWindows1253 = {{{0xAA, 0}}};
constexpr std::array<Correction, 1> kWindows1255 = {{{0xCA, 0x5BA}}};
// ICU does not have ISO-8859-16. The table for ISO-8859-16 is made from
// ISO-8859-1 with these corrections.
constexpr std::array<Correction, 40> kIso885916 = {
    {{0xA1, 0x104},  {0xA2, 0x105}, {0xA3, 0x141},  {0xA4, 0x20AC},
     {0xA5, 0x201E}, {0xA6, 0x160}, {0xA8, 0x161},  {0xAA, 0x218},
     {0xAC, 0x179},  {0xAE, 0x17A}, {0xAF, 0x17B},  {0xB2, 0x10C},
     {0xB3, 0x142},  {0xB4, 0x17D}, {0xB5, 0x201D}, {0xB8, 0x17E},
     {0xB9, 0x10D},  {0xBA, 0x219}, {0xBC, 0x152},  {0xBD, 0x153},
     {0xBE, 0x178},  {0xBF, 0x17C}, {0xC3, 0x102},  {0xC5, 0x106},
     {0xD0, 0x110},  {0xD1, 0x143}, {0xD5, 0x150},  {0xD7, 0x15A},
     {0xD8, 0x170},  {0xDD, 0x118}, {0xDE, 0x21A},  {0xE3, 0x103},
     {0xE5, 0x107},  {0xF0, 0x111}, {0xF1, 0x144},  {0xF5, 0x151},
     {0xF7, 0x15B},  {0xF8, 0x171}, {0xFD, 0x119},  {0xFE, 0x21B}}};

std::span<const Correction> CorrectionsOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::kKoi8U:
      return kKoi8U;
    case Encoding::kWindows874:
      return kWindows874;
    case Encoding::kWindows1253:
      return kWindows1253;
    case Encoding::kWindows1255:
      return kWindows1255;
    case Encoding::kIso885916:
      return kIso885916;
    default:
      return {};
  }
}

std::string IcuNameOf(Encoding encoding) {
  if (encoding == Encoding::kIso885916) return "ISO-8859-1";
  if (encoding == Encoding::kIso88598I) return "ISO-8859-8";
  return std::string(Name(encoding));
}

/// The character of a byte from 0x80 to 0xFF, as UTF-8. This UTF-8 has at most
/// three bytes.
struct Utf8OfByte {
  std::array<char, 3> bytes{};
  uint8_t size = 0;
};
using Table = std::array<Utf8OfByte, 128>;

void Set(Table& table, size_t index, int32_t character) {
  std::string utf8;
  AppendCharacter(character == 0 ? kReplacement : character, utf8);
  table[index] = {};
  utf8.copy(table[index].bytes.data(), 3);
  table[index].size = static_cast<uint8_t>(utf8.size());
}

Table MakeTable(Encoding encoding) {
  Table table;
  const bool user_defined = encoding == Encoding::kXUserDefined;
  const SequenceDecoder decoder(user_defined ? "ISO-8859-1"
                                             : IcuNameOf(encoding));
  for (size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    Set(table, i,
        user_defined ? 0xF780 + static_cast<int32_t>(i)
                     : decoder.CharacterOf({&byte, 1}));
  }
  for (const auto& [byte, character] : CorrectionsOf(encoding)) {
    Set(table, byte - 0x80U, character);
  }
  return table;
}

using Tables = std::array<Table, kEncodingCount>;

std::unique_ptr<const Tables> MakeTables() {
  auto tables = std::make_unique<Tables>();
  for (int i = 0; i < kEncodingCount; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    if (IsSingleByte(encoding)) tables->at(i) = MakeTable(encoding);
  }
  return tables;
}

}  // namespace

bool IsSingleByte(Encoding encoding) {
  return (encoding >= Encoding::kIbm866 &&
          encoding <= Encoding::kXMacCyrillic) ||
         encoding == Encoding::kXUserDefined;
}

std::string DecodeSingleByte(Encoding encoding, std::string_view in) {
  NEWSMILL_CHECK(IsSingleByte(encoding));
  static const std::unique_ptr<const Tables> kTables = MakeTables();
  const Table& table = kTables->at(static_cast<size_t>(encoding));
  return DecodeBeyondAscii(in, [&](std::string_view rest, std::string& out) {
    const Utf8OfByte& utf8 = table[static_cast<unsigned char>(rest[0]) & 0x7FU];
    out.append(utf8.bytes.data(), utf8.size);
    return size_t{1};
  });
}

}  // namespace newsmill::charset
