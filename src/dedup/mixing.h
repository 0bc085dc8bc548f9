// A hash function of 64-bit numbers.
#pragma once

#include <cstdint>

namespace newsmill::dedup {

/// Returns a number of which each bit depends on all bits of `value`. Different
/// values give different results. The function is the finaliser of SplitMix64
/// (Steele, Lea, Flood: OOPSLA 2014).
constexpr uint64_t Mixed(uint64_t value) {
  value += 0x9E3779B97F4A7C15;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

}  // namespace newsmill::dedup
