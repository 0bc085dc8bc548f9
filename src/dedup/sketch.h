// MinHash by one permutation.
//
//   hash of a shingle   |  register  |  the lowest of a register counts  |
//                        high bits                             low 8 kept
//
// A register that no shingle falls into takes the value of another one, chosen
// by a hash of its own number and the attempt: the same for every text
// (Shrivastava: Optimal Densification for Fast and Accurate Minwise Hashing,
// ICML 2017).
#pragma once

#include <cstdint>
#include <span>

namespace newsmill::dedup {

/// Fills `registers`, at most 128, from the hashes of a text's shingles, see
/// shingles.h. Zeros for no shingle.
void Sketch(std::span<const uint64_t> shingles, std::span<uint8_t> registers);

}  // namespace newsmill::dedup
