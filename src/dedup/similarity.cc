#include "similarity.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "newsmill/base/check.h"

namespace newsmill::dedup {
namespace {

constexpr int64_t kPermille = 1000;

/// Returns the quotient, rounded to the nearest integer. The values are not
/// negative.
constexpr int64_t RoundedQuotient(int64_t dividend, int64_t divisor) {
  return (dividend + divisor / 2) / divisor;
}

/// Sixteen registers. One instruction compares them all if the processor
/// supports it.
using Lanes [[gnu::vector_size(16)]] = uint8_t;

Lanes LanesAt(const uint8_t* registers) {
  Lanes lanes;
  std::memcpy(&lanes, registers, sizeof(lanes));
  return lanes;
}

/// Returns the sum of all lanes.
int32_t SumOf(Lanes lanes) {
  constexpr uint64_t kLowBytes = 0x00FF'00FF'00FF'00FF;
  constexpr uint64_t kEach = 0x0001'0001'0001'0001;
  uint64_t sums = 0;  // four of 16 bits
  for (const uint64_t word : std::bit_cast<std::array<uint64_t, 2>>(lanes)) {
    sums += (word & kLowBytes) + (word >> 8 & kLowBytes);
  }
  return static_cast<int32_t>(sums * kEach >> 48);  // the sum of the four
}

/// Returns the number of registers that are equal in `a` and `b`.
int32_t Agreeing(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  constexpr size_t kLanes = sizeof(Lanes);
  constexpr Lanes kNumbers = {0, 1, 2,  3,  4,  5,  6,  7,
                              8, 9, 10, 11, 12, 13, 14, 15};
  if (a.size() < kLanes) {
    int32_t agreeing = 0;
    for (size_t i = 0; i < a.size(); ++i) agreeing += a[i] == b[i] ? 1 : 0;
    return agreeing;
  }
  Lanes counts{};  // no lane exceeds 255: see Jaccard()
  for (size_t i = 0; i + kLanes <= a.size(); i += kLanes) {
    // The comparison gives -1 for an equal lane, so this subtraction adds 1.
    counts -= Lanes(LanesAt(&a[i]) == LanesAt(&b[i]));
  }
  // The last registers, of which the first ones are counted already.
  const size_t rest = a.size() % kLanes;
  const size_t last = a.size() - kLanes;
  const Lanes equal = Lanes(LanesAt(&a[last]) == LanesAt(&b[last]));
  const Lanes fresh =
      Lanes(kNumbers >= Lanes{} + static_cast<uint8_t>(kLanes - rest));
  counts -= equal & fresh;
  return SumOf(counts);
}

/// The first half of a FactMap is for numbers, and the second half is for
/// names.
constexpr size_t kHalfBytes = model::kFactBytes / 2;
constexpr size_t kHalfBits = 8 * kHalfBytes;
constexpr int64_t kNamesPerNumber = 3;

/// Returns a table for the number of facts in a half of a FactMap. The element
/// with the index n is the average number of facts that set n bits, in
/// thousandths of a fact. (Several facts may set the same bit.)
consteval std::array<int32_t, kHalfBits + 1> MakeFactCounts() {
  constexpr uint64_t kScale = uint64_t{1} << 32;
  std::array<int32_t, kHalfBits + 1> counts{};
  uint64_t sum = 0;
  for (size_t bits = 0; bits < kHalfBits; ++bits) {
    sum += kPermille * kHalfBits * kScale / (kHalfBits - bits);
    counts[bits + 1] = static_cast<int32_t>((sum + kScale / 2) / kScale);
  }
  return counts;
}
constexpr auto kFactCounts = MakeFactCounts();

constexpr size_t kHalfWords = kHalfBytes / sizeof(uint64_t);
using FactWords = std::array<uint64_t, 2 * kHalfWords>;

/// Returns the bits in words. Only the number of set bits is used, so the byte
/// order does not matter.
FactWords WordsOf(const FactMap& facts) {
  return std::bit_cast<FactWords>(facts);
}

/// The estimated numbers of facts of one kind, in thousandths of a fact.
struct Facts {
  int64_t fewer = 0;
  int64_t shared = 0;
};

Facts CompareHalf(const FactWords& a, const FactWords& b, size_t first_word) {
  size_t bits_a = 0;
  size_t bits_b = 0;
  size_t bits_union = 0;
  for (size_t i = first_word; i < first_word + kHalfWords; ++i) {
    bits_a += static_cast<size_t>(std::popcount(a[i]));
    bits_b += static_cast<size_t>(std::popcount(b[i]));
    bits_union += static_cast<size_t>(std::popcount(a[i] | b[i]));
  }
  const int64_t fewer = kFactCounts[std::min(bits_a, bits_b)];
  // |A∩B| = |A| + |B| - |A∪B|
  const int64_t shared =
      kFactCounts[bits_a] + kFactCounts[bits_b] - kFactCounts[bits_union];
  return {fewer, std::clamp<int64_t>(shared, 0, fewer)};
}

}  // namespace

int32_t Jaccard(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  NEWSMILL_CHECK(a.size() == b.size() && a.size() <= 255 * sizeof(Lanes));
  if (a.empty()) return 0;
  // p = agreeing / n;  (p - 1/256) / (1 - 1/256) = (256 agreeing - n) / 255 n
  const auto n = static_cast<int64_t>(a.size());
  const int64_t beyond_chance = std::max<int64_t>(256 * Agreeing(a, b) - n, 0);
  return static_cast<int32_t>(
      RoundedQuotient(kPermille * beyond_chance, 255 * n));
}

int32_t Containment(int32_t jaccard, uint32_t size_a, uint32_t size_b) {
  const int64_t fewer = std::min(size_a, size_b);
  if (fewer == 0) return 0;
  // |A∪B| = (|A| + |B|) / (1 + J), and |A∩B| = J |A∪B|.
  const int64_t both = int64_t{size_a} + size_b;
  return static_cast<int32_t>(
      std::min(kPermille, RoundedQuotient(kPermille * jaccard * both,
                                          (kPermille + jaccard) * fewer)));
}

SharedFacts CompareFacts(const FactMap& a, const FactMap& b) {
  const FactWords words_a = WordsOf(a);
  const FactWords words_b = WordsOf(b);
  const Facts numbers = CompareHalf(words_a, words_b, 0);
  const Facts names = CompareHalf(words_a, words_b, kHalfWords);
  const int64_t fewer = kNamesPerNumber * numbers.fewer + names.fewer;
  if (fewer == 0) return {};
  const int64_t shared = kNamesPerNumber * numbers.shared + names.shared;
  return {static_cast<int32_t>(
              RoundedQuotient(numbers.fewer + names.fewer, kPermille)),
          static_cast<int32_t>(RoundedQuotient(kPermille * shared, fewer))};
}

int32_t NewFacts(const FactMap& later, const FactMap& earlier) {
  const FactWords words_later = WordsOf(later);
  const FactWords words_earlier = WordsOf(earlier);
  int32_t facts = 0;
  for (size_t i = 0; i < words_later.size(); ++i) {
    facts += std::popcount(words_later[i] & ~words_earlier[i]);
  }
  return facts;
}

}  // namespace newsmill::dedup
