#include "newsmill/base/base64.h"

#include <array>
#include <cstdint>

namespace newsmill {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr uint8_t kInvalid = 0xFF;
constexpr uint8_t kSpace = 0xFE;
constexpr uint8_t kPadding = 0xFD;

constexpr std::array<uint8_t, 256> MakeTable() {
  std::array<uint8_t, 256> table{};
  table.fill(kInvalid);
  for (size_t i = 0; i < kAlphabet.size(); ++i) {
    table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<uint8_t>(i);
  }
  table['-'] = 62;
  table['_'] = 63;
  for (const char c : {' ', '\t', '\r', '\n'}) {
    table[static_cast<unsigned char>(c)] = kSpace;
  }
  table['='] = kPadding;
  return table;
}
constexpr std::array<uint8_t, 256> kTable = MakeTable();

uint8_t SextetOf(char c) { return kTable[static_cast<unsigned char>(c)]; }

constexpr uint32_t kNoSextet = 0x80000000;

/// Returns four tables, one for each position in a group of four Base64
/// characters. A table maps a character to its six bits, which are already
/// shifted to their position in the 24 bits of the group. Bytes that are not
/// Base64 are mapped to kNoSextet.
constexpr std::array<std::array<uint32_t, 256>, 4> MakePlaces() {
  std::array<std::array<uint32_t, 256>, 4> places{};
  for (uint32_t place = 0; place < 4; ++place) {
    for (size_t i = 0; i < 256; ++i) {
      places[place][i] =
          kTable[i] < 64 ? uint32_t{kTable[i]} << (18 - 6 * place) : kNoSextet;
    }
  }
  return places;
}
constexpr std::array<std::array<uint32_t, 256>, 4> kPlaces = MakePlaces();

/// Decodes groups of four Base64 characters until a group contains a byte that
/// is not Base64. Returns the number of decoded characters. The loop does
/// little work for a group, because a page can have hundreds of kilobytes.
size_t DecodeGroups(std::string_view text, std::string& out, size_t& written) {
  const auto* from = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = from + text.size() / 4 * 4;
  char* to = out.data() + written;
  for (; from != end; from += 4, to += 3) {
    const uint32_t bits = kPlaces[0][from[0]] | kPlaces[1][from[1]] |
                          kPlaces[2][from[2]] | kPlaces[3][from[3]];
    if ((bits & kNoSextet) != 0) break;
    to[0] = static_cast<char>(bits >> 16);
    to[1] = static_cast<char>(bits >> 8);
    to[2] = static_cast<char>(bits);
  }
  written = static_cast<size_t>(to - out.data());
  return static_cast<size_t>(
      from - reinterpret_cast<const unsigned char*>(text.data()));
}

/// A group of Base64 characters that does not have four characters yet.
struct Group {
  uint32_t bits = 0;
  int count = 0;
};

void Finish(const Group& group, std::string& out, size_t& written) {
  if (group.count < 2) return;
  out[written++] = static_cast<char>(group.bits >> (6 * group.count - 8));
  if (group.count == 3) out[written++] = static_cast<char>(group.bits >> 2);
}

}  // namespace

std::expected<std::string, size_t> DecodeBase64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  size_t written = 0;
  Group group;
  int padding = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (group.count == 0 && padding == 0) {
      i += DecodeGroups(text.substr(i), out, written);
      if (i == text.size()) break;
    }
    const uint8_t sextet = SextetOf(text[i]);
    if (sextet == kSpace) continue;
    if (sextet == kPadding && group.count + padding >= 2 &&
        group.count + padding < 4) {
      ++padding;
      continue;
    }
    if (sextet >= 64 || padding > 0) return std::unexpected(i);
    group.bits = group.bits << 6 | sextet;
    if (++group.count == 4) {
      out[written++] = static_cast<char>(group.bits >> 16);
      out[written++] = static_cast<char>(group.bits >> 8);
      out[written++] = static_cast<char>(group.bits);
      group = {};
    }
  }
  if (group.count == 1) return std::unexpected(text.size());
  Finish(group, out, written);
  out.resize(written);
  return out;
}

std::string EncodeBase64(std::string_view bytes) {
  const auto byte = [&](size_t i) -> uint32_t {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
  };
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const uint32_t group = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    text += kAlphabet[group >> 18];
    text += kAlphabet[group >> 12 & 63];
    text += i + 1 < bytes.size() ? kAlphabet[group >> 6 & 63] : '=';
    text += i + 2 < bytes.size() ? kAlphabet[group & 63] : '=';
  }
  return text;
}

}  // namespace newsmill
