// Searches for bytes, sixteen at a time if the machine supports it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace newsmill::html {

/// Returns the position of the first byte in [p, end) that is one of `kStops`,
/// or `end`. Does not read outside the range.
template <char... kStops>
inline const char* FindFirst(const char* p, const char* end) {
#if defined(__SSE2__)
  while (end - p >= 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    __m128i found = _mm_setzero_si128();
    ((found =
          _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(kStops)))),
     ...);
    const auto mask = static_cast<uint32_t>(_mm_movemask_epi8(found));
    if (mask != 0) return p + std::countr_zero(mask);
    p += 16;
  }
#endif
  while (p != end && !((*p == kStops) || ...)) ++p;
  return p;
}

/// Returns the position of the first `byte` in [p, end), or `end`. Uses memchr,
/// which is faster than FindFirst if the byte is rare.
inline const char* FindByte(const char* p, const char* end, char byte) {
  const void* const found = std::memchr(p, byte, end - p);
  return found == nullptr ? end : static_cast<const char*>(found);
}

}  // namespace newsmill::html
