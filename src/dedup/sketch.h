// Computes the MinHash sketch of a text by one permutation. The high half of a
// shingle's hash selects a register. The value of a register is the low 8 bits
// of the minimum of its hashes.
//
// A register without a shingle copies the value of another register. The number
// of the empty register determines which registers are tried, and in which
// order. So the order is the same for every text (Shrivastava: Optimal
// Densification for Fast and Accurate Minwise Hashing, ICML 2017).
#pragma once

#include <cstdint>
#include <span>

namespace newsmill::dedup {

/// Fills `registers` from the hashes of a text's shingles (shingles.h). If the
/// text has no shingle, fills `registers` with zeros. There may be at most 128
/// registers.
void Sketch(std::span<const uint64_t> shingles, std::span<uint8_t> registers);

}  // namespace newsmill::dedup
