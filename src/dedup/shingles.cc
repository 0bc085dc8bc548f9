#include "shingles.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <bit>

#include "mixing.h"
#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "xxhash.h"

namespace newsmill::dedup {
namespace {

struct Shape {
  size_t width;  // words or code points in a shingle
  size_t lead;   // words or code points in the lead (the beginning)
};
constexpr Shape kWords = {3, 100};
constexpr Shape kCodePoints = {5, 200};

constexpr int32_t kFirstUnspaced = 0x0E00;  // the Thai block is the first

/// Returns whether the character is in the main block of Chinese characters.
/// This block contains most characters of Chinese and Japanese texts.
bool IsCommonHan(int32_t character) {
  return character >= 0x4E00 && character <= 0x9FFF;
}

bool IsUnspaced(int32_t character) {
  if (character < kFirstUnspaced) return false;
  if (IsCommonHan(character)) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool IsLetter(int32_t character) {
  if (character < 0x80) return character >= 'a' && character <= 'z';
  if (IsCommonHan(character)) return true;
  return (U_MASK(u_charType(character)) & U_GC_L_MASK) != 0;
}

/// Returns whether at least a third of the letters belong to scripts without
/// spaces.
bool IsWrittenWithoutSpaces(std::string_view text) {
  // A fast test. In UTF-8, letters of these scripts have three bytes or more.
  // Most texts contain no such letter.
  constexpr auto kLead = [](char c) {
    return static_cast<unsigned char>(c) >= 0xE0;
  };
  if (std::ranges::none_of(text, kLead)) return false;
  size_t letters = 0;
  size_t unspaced = 0;
  for (size_t at = 0; at < text.size();) {
    const int32_t character = NextCharacter(text, at);
    if (!IsLetter(character)) continue;
    ++letters;
    if (IsUnspaced(character)) ++unspaced;
  }
  return unspaced > 0 && 3 * unspaced >= letters;
}

/// Returns the hash of each word.
std::vector<uint64_t> WordsOf(std::string_view text) {
  std::vector<uint64_t> words;
  words.reserve(text.size() / 5 + 1);
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && text[end] != ' ') ++end;
    words.push_back(XXH3_64bits(text.data() + begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// Returns the hash of each code point.
std::vector<uint64_t> CodePointsOf(std::string_view text) {
  std::vector<uint64_t> code_points;
  code_points.reserve(text.size() / 3 + 1);
  for (size_t at = 0; at < text.size();) {
    const int32_t character = NextCharacter(text, at);
    if (character != ' ') {
      code_points.push_back(Mixed(static_cast<uint64_t>(character)));
    }
  }
  return code_points;
}

uint64_t ShingleOf(std::span<const uint64_t> units) {
  constexpr uint64_t kFactor = 0xD6E8FEB86659FD93;
  uint64_t sum = units.size();
  for (const uint64_t unit : units) sum = sum * kFactor + unit;
  return std::min(Mixed(sum), kNoShingle - 1);
}

/// A set of hashes by open addressing with linear probing. The set is fast if
/// the hashes are evenly distributed. It is slow if an attacker has chosen
/// hashes that collide.
class HashSet {
 public:
  explicit HashSet(size_t most)
      : slots_(std::bit_ceil(2 * most + 1), kNoShingle),
        probes_left_(16 * most) {}

  /// Inserts a hash. If the set has become too slow, returns false. Then the
  /// set must not be used any more.
  bool Insert(uint64_t hash) {
    const size_t mask = slots_.size() - 1;
    size_t at = hash & mask;
    while (slots_[at] != hash) {
      if (slots_[at] == kNoShingle) {
        slots_[at] = hash;
        ++size_;
        return true;
      }
      if (probes_left_ == 0) return false;
      --probes_left_;
      at = (at + 1) & mask;
    }
    return true;
  }
  uint32_t size() const { return size_; }

 private:
  std::vector<uint64_t> slots_;
  size_t probes_left_;
  uint32_t size_ = 0;
};

uint32_t CountBySorting(std::span<const uint64_t> hashes) {
  std::vector<uint64_t> sorted(hashes.begin(), hashes.end());
  std::ranges::sort(sorted);
  return static_cast<uint32_t>(std::ranges::unique(sorted).begin() -
                               sorted.begin());
}

}  // namespace

Shingles ShinglesOf(std::string_view text) {
  const bool spaced = !IsWrittenWithoutSpaces(text);
  const Shape shape = spaced ? kWords : kCodePoints;
  Shingles shingles = {spaced ? WordsOf(text) : CodePointsOf(text)};
  std::vector<uint64_t>& hashes = shingles.hashes;
  if (hashes.empty()) return shingles;

  const std::span<const uint64_t> units = hashes;
  const size_t width = std::min(shape.width, units.size());
  const size_t count = units.size() - width + 1;
  shingles.lead = std::min(count, shape.lead - width + 1);
  // The hash of a shingle overwrites the hash of the shingle's first unit,
  // because later shingles do not read this unit.
  for (size_t i = 0; i < count; ++i) {
    hashes[i] = ShingleOf(units.subspan(i, width));
  }
  hashes.resize(count);
  return shingles;
}

DifferentShingles CountDifferent(std::span<const uint64_t> hashes,
                                 size_t lead) {
  NEWSMILL_CHECK(lead <= hashes.size());
  HashSet seen(hashes.size());
  DifferentShingles different;
  for (size_t i = 0; i < hashes.size(); ++i) {
    if (i == lead) different.lead = seen.size();
    if (!seen.Insert(hashes[i])) {
      return {CountBySorting(hashes), CountBySorting(hashes.first(lead))};
    }
  }
  different.all = seen.size();
  if (lead == hashes.size()) different.lead = different.all;
  return different;
}

}  // namespace newsmill::dedup
