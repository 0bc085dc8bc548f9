#include "bucket_scan.h"

#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace newsmill::dedup {
namespace {

constexpr uint32_t kNoEntry = 1;  // the bit of the first word
// Processors have a fast comparison only for signed numbers. With this bit
// inverted, unsigned numbers have the order of signed ones.
constexpr uint32_t kSign = uint32_t{1} << 31;

using Four [[gnu::vector_size(16)]] = uint32_t;
using FourSigned [[gnu::vector_size(16)]] = int32_t;

/// Returns a bit for each word for which `test` returns a lane of ones.
template <size_t kWords, typename Test>
uint32_t WordsWhere(const std::array<uint32_t, kWords>& words, Test test) {
  constexpr Four kBits = {1, 2, 4, 8};
  Four places{};
#pragma GCC unroll 8
  for (size_t i = 0; i < kWords; i += 4) {
    Four entries;
    std::memcpy(&entries, &words[i], sizeof(entries));
    places |= Four(test(entries)) & (kBits << static_cast<uint32_t>(i));
  }
  return places[0] | places[1] | places[2] | places[3];
}

template <size_t kWords>
Found Scan(const std::array<uint32_t, kWords>& words, uint32_t tag,
           const Sought& sought) {
  const Four mask = Four{} + sought.tag_mask;
  const Four tags = Four{} + tag;
  const Four end = Four{} + (sought.end + kSign);
  const auto greatest = FourSigned(Four{} + (sought.greatest_age + kSign));
  const uint32_t alike =
      WordsWhere(words, [&](Four entries) { return (entries & mask) == tags; });
  const uint32_t dead = WordsWhere(words, [&](Four entries) {
    return FourSigned(end - entries) > greatest;
  });
  return {.alike = alike & ~kNoEntry, .dead = dead & ~kNoEntry};
}

/// GCC 12 removes a call of a function that only prefetches, so this function
/// must be inlined.
[[gnu::always_inline]] inline void Prefetch(const Bucket& bucket) {
  __builtin_prefetch(&bucket.front());
  __builtin_prefetch(&bucket.back());
}

#ifdef __x86_64__

[[gnu::target("avx2")]] __m256i All(uint32_t value) {
  return _mm256_set1_epi32(static_cast<int>(value));
}

/// Returns a bit for each word of ones.
[[gnu::target("avx2")]] uint32_t Bits(__m256i words) {
  return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(words)));
}

[[gnu::target("avx2")]] void ScanWithAvx2(
    std::span<const Bucket* const> buckets, std::span<const uint32_t> tags,
    const Sought& sought, std::span<const Bucket* const> coming,
    std::span<Found> found) {
  constexpr size_t kEight = sizeof(__m256i) / sizeof(uint32_t);
  const __m256i mask = All(sought.tag_mask);
  const __m256i end = All(sought.end + kSign);
  const __m256i greatest = All(sought.greatest_age + kSign);
  for (size_t i = 0; i < buckets.size(); ++i) {
    const __m256i tag = All(tags[i]);
    uint32_t alike = 0;
    uint32_t dead = 0;
#pragma GCC unroll 4
    for (size_t word = 0; word < kBucketWords; word += kEight) {
      __m256i entries;
      std::memcpy(&entries, &(*buckets[i])[word], sizeof(entries));
      const __m256i ages = _mm256_sub_epi32(end, entries);
      const __m256i entry_tags = _mm256_and_si256(entries, mask);
      alike |= Bits(_mm256_cmpeq_epi32(entry_tags, tag)) << word;
      dead |= Bits(_mm256_cmpgt_epi32(ages, greatest)) << word;
    }
    found[i] = {.alike = alike & ~kNoEntry, .dead = dead & ~kNoEntry};
    if (i < coming.size()) Prefetch(*coming[i]);
  }
}

#endif

}  // namespace

void ScanBucketsPortably(std::span<const Bucket* const> buckets,
                         std::span<const uint32_t> tags, const Sought& sought,
                         std::span<const Bucket* const> coming,
                         std::span<Found> found) {
  for (size_t i = 0; i < buckets.size(); ++i) {
    found[i] = Scan(*buckets[i], tags[i], sought);
    if (i < coming.size()) Prefetch(*coming[i]);
  }
}

Found ScanSpill(const Spill& spill, uint32_t tag, const Sought& sought) {
  return Scan(spill, tag, sought);
}

void ScanBuckets(std::span<const Bucket* const> buckets,
                 std::span<const uint32_t> tags, const Sought& sought,
                 std::span<const Bucket* const> coming,
                 std::span<Found> found) {
#ifdef __x86_64__
  static const bool kHasAvx2 = __builtin_cpu_supports("avx2") != 0;
  if (kHasAvx2) {
    ScanWithAvx2(buckets, tags, sought, coming, found);
    return;
  }
#endif
  ScanBucketsPortably(buckets, tags, sought, coming, found);
}

}  // namespace newsmill::dedup
