// Validation of 32 bytes at a time by table lookups: Keiser and Lemire,
// "Validating UTF-8 In Less Than One Instruction Per Byte", Software: Practice
// and Experience 51(5), 2021 (https://arxiv.org/abs/2010.03090), section 6.
//
// Each byte is judged with the one before it: three tables of 16 entries, by
// that byte's high and low half and by its own high half, each name the errors
// that are still possible; an error that all three name has happened. Whether
// a third or fourth byte must follow is told by the bytes two and three before.
#include "utf8_lanes.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstdint>
#include <cstring>

#define NEWSMILL_AVX2 __attribute__((target("avx2")))

namespace newsmill::charset {
namespace {

constexpr uint8_t kTooShort = 1 << 0;      // a lead without its continuation
constexpr uint8_t kTooLong = 1 << 1;       // a continuation behind ASCII
constexpr uint8_t kOverlong3 = 1 << 2;     // E0 80 to E0 9F
constexpr uint8_t kTooLarge = 1 << 3;      // F4 90 and above
constexpr uint8_t kSurrogate = 1 << 4;     // ED A0 and above
constexpr uint8_t kOverlong2 = 1 << 5;     // C0 and C1
constexpr uint8_t kTooLarge1000 = 1 << 6;  // F5 and above, by 80 to 8F
constexpr uint8_t kOverlong4 = 1 << 6;     // F0 80 to F0 8F
constexpr uint8_t kTwoContinuations = 1 << 7;
// What the low half of the first byte cannot decide.
constexpr uint8_t kCarry = kTooShort | kTooLong | kTwoContinuations;

NEWSMILL_AVX2 __m256i Table(const uint8_t (&entries)[16]) {
  const __m128i half =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(entries));
  return _mm256_broadcastsi128_si256(half);
}

constexpr uint8_t kFirstHigh[16] = {
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTwoContinuations,
    kTwoContinuations,
    kTwoContinuations,
    kTwoContinuations,
    kTooShort | kOverlong2,
    kTooShort,
    kTooShort | kOverlong3 | kSurrogate,
    kTooShort | kTooLarge | kTooLarge1000 | kOverlong4};
constexpr uint8_t kFirstLow[16] = {
    kCarry | kOverlong3 | kOverlong2 | kOverlong4,
    kCarry | kOverlong2,
    kCarry,
    kCarry,
    kCarry | kTooLarge,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000 | kSurrogate,
    kCarry | kTooLarge | kTooLarge1000,
    kCarry | kTooLarge | kTooLarge1000};
constexpr uint8_t kSecond = kTooLong | kOverlong2 | kTwoContinuations;
constexpr uint8_t kSecondHigh[16] = {
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kSecond | kOverlong3 | kTooLarge1000 | kOverlong4,
    kSecond | kOverlong3 | kTooLarge,
    kSecond | kSurrogate | kTooLarge,
    kSecond | kSurrogate | kTooLarge,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort};

/// The state between blocks.
struct Lanes {
  __m256i previous;
  __m256i incomplete;  // not zero: the block before ended within a character
  __m256i error;
};

NEWSMILL_AVX2 __m256i HighHalf(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

/// The block moved by kBytes, with the end of the previous one in front.
template <int kBytes>
NEWSMILL_AVX2 __m256i Behind(__m256i block, __m256i previous) {
  return _mm256_alignr_epi8(
      block, _mm256_permute2x128_si256(previous, block, 0x21), 16 - kBytes);
}

NEWSMILL_AVX2 __m256i Judged(__m256i block, __m256i before) {
  const __m256i low = _mm256_and_si256(before, _mm256_set1_epi8(0x0F));
  return _mm256_and_si256(
      _mm256_and_si256(_mm256_shuffle_epi8(Table(kFirstHigh), HighHalf(before)),
                       _mm256_shuffle_epi8(Table(kFirstLow), low)),
      _mm256_shuffle_epi8(Table(kSecondHigh), HighHalf(block)));
}

/// The top bit of each byte that must be a third or fourth one.
NEWSMILL_AVX2 __m256i MustContinue(__m256i block, __m256i previous) {
  const __m256i third = _mm256_subs_epu8(Behind<2>(block, previous),
                                         _mm256_set1_epi8(0xE0 - 0x80));
  const __m256i fourth = _mm256_subs_epu8(Behind<3>(block, previous),
                                          _mm256_set1_epi8(0xF0 - 0x80));
  return _mm256_and_si256(_mm256_or_si256(third, fourth),
                          _mm256_set1_epi8(static_cast<char>(0x80)));
}

/// What is left over at the block's end when a character goes on behind it.
NEWSMILL_AVX2 __m256i Incomplete(__m256i block) {
  alignas(32) static constexpr uint8_t kMost[32] = {
      255, 255, 255, 255, 255, 255, 255, 255,  255,  255, 255,
      255, 255, 255, 255, 255, 255, 255, 255,  255,  255, 255,
      255, 255, 255, 255, 255, 255, 255, 0xEF, 0xDF, 0xBF};
  return _mm256_subs_epu8(
      block, _mm256_load_si256(reinterpret_cast<const __m256i*>(kMost)));
}

NEWSMILL_AVX2 void Check(__m256i block, Lanes& lanes) {
  if (_mm256_movemask_epi8(block) == 0) {
    lanes.error = _mm256_or_si256(lanes.error, lanes.incomplete);
    lanes.incomplete = _mm256_setzero_si256();
  } else {
    const __m256i judged = Judged(block, Behind<1>(block, lanes.previous));
    lanes.error = _mm256_or_si256(
        lanes.error,
        _mm256_xor_si256(MustContinue(block, lanes.previous), judged));
    lanes.incomplete = Incomplete(block);
  }
  lanes.previous = block;
}

NEWSMILL_AVX2 bool IsValid(std::string_view text) {
  const __m256i zero = _mm256_setzero_si256();
  Lanes lanes{zero, zero, zero};
  const char* p = text.data();
  size_t left = text.size();
  for (; left >= 32; p += 32, left -= 32) {
    Check(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)), lanes);
  }
  alignas(32) char last[32] = {};  // zeros end whatever is incomplete
  std::memcpy(last, p, left);
  Check(_mm256_load_si256(reinterpret_cast<const __m256i*>(last)), lanes);
  lanes.error = _mm256_or_si256(lanes.error, lanes.incomplete);
  return _mm256_testz_si256(lanes.error, lanes.error) != 0;
}

}  // namespace

std::optional<bool> IsValidUtf8ByLanes(std::string_view text) {
  static const bool kHasAvx2 = __builtin_cpu_supports("avx2") != 0;
  if (!kHasAvx2) return std::nullopt;
  return IsValid(text);
}

}  // namespace newsmill::charset

#else

namespace newsmill::charset {

std::optional<bool> IsValidUtf8ByLanes(std::string_view) {
  return std::nullopt;
}

}  // namespace newsmill::charset

#endif
