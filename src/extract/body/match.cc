#include "match.h"

#include <algorithm>
#include <array>
#include <bit>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

/// For each byte of a text, the byte that MatchKey writes. The value 0 means
/// that MatchKey writes nothing.
constexpr auto kKeyBytes = [] {
  std::array<char, 256> bytes{};
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = LowerAscii(static_cast<char>(i));
    const bool kept =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || i >= 0x80;
    bytes[i] = kept ? c : '\0';
  }
  return bytes;
}();

/// Returns whether a character from U+2000 to U+206F begins at `at`, such as a
/// quotation mark or a dash.
bool IsGeneralPunctuation(std::string_view text, size_t at) {
  return at + 2 < text.size() && text[at] == '\xE2' &&
         (text[at + 1] == '\x80' || text[at + 1] == '\x81');
}

constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;

uint64_t Powered(size_t exponent) {
  uint64_t power = 1;
  for (size_t i = 0; i < exponent; ++i) power *= kFactor;
  return power;
}

uint64_t Mixed(uint64_t hash) {
  hash ^= hash >> 29U;
  return std::max<uint64_t>(hash * 0xBF58476D1CE4E5B9U, 1);
}

}  // namespace

std::string MatchKey(std::string_view text) {
  std::string key(text.size(), '\0');
  char* const out = key.data();
  size_t size = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (IsGeneralPunctuation(text, i)) {
      i += 2;
      continue;
    }
    // No `if` here: a processor cannot predict which bytes are letters, so a
    // branch would be slow.
    const char c = kKeyBytes[static_cast<unsigned char>(text[i])];
    out[size] = c;
    size += c != '\0' ? 1 : 0;
  }
  key.resize(size);
  return key;
}

int32_t OverlapPercent(std::string_view key, std::string_view other) {
  if (key.empty() || other.empty()) return 0;
  if (key == other) return 100;
  const std::string_view shorter = key.size() < other.size() ? key : other;
  const std::string_view longer = key.size() < other.size() ? other : key;
  if (shorter.size() < 8 || longer.find(shorter) == longer.npos) return 0;
  return static_cast<int32_t>(shorter.size() * 99 / longer.size());
}

PieceIndex::PieceIndex(std::string_view text) {
  const std::string key = MatchKey(text);
  if (key.size() < 4 * kPiece) return;
  slots_.assign(std::bit_ceil(key.size() * 2), 0);
  const uint64_t leaving = Powered(kPiece);
  uint64_t hash = 0;
  for (size_t i = 0; i < key.size(); ++i) {
    hash = hash * kFactor + static_cast<unsigned char>(key[i]);
    if (i >= kPiece) {
      hash -= leaving * static_cast<unsigned char>(key[i - kPiece]);
    }
    if (i + 1 < kPiece) continue;
    const uint64_t mixed = Mixed(hash);
    size_t slot = mixed & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != mixed) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = mixed;
  }
}

bool PieceIndex::Holds(uint64_t hash) const {
  const uint64_t mixed = Mixed(hash);
  size_t slot = mixed & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    if (slots_[slot] == mixed) return true;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return false;
}

int32_t PieceIndex::PercentIn(std::string_view key) const {
  if (slots_.empty() || key.size() < kPiece) return -1;
  size_t pieces = 0;
  size_t found = 0;
  for (size_t at = 0; at + kPiece <= key.size(); at += kPiece) {
    uint64_t hash = 0;
    for (size_t i = at; i < at + kPiece; ++i) {
      hash = hash * kFactor + static_cast<unsigned char>(key[i]);
    }
    ++pieces;
    if (Holds(hash)) ++found;
  }
  return static_cast<int32_t>(found * 100 / pieces);
}

}  // namespace newsmill::extract::body
