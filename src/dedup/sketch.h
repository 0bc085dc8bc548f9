// MinHash by one permutation.
//
//   hash of a shingle   |  register  |  the lowest of a register counts  |
//                        high bits                             low 8 kept
//
// A register without a shingle takes the value of another register. A hash of
// the register's number and the number of the attempt chooses the other
// register, so the choice is the same for every text (Shrivastava: Optimal
// Densification for Fast and Accurate Minwise Hashing, ICML 2017).
#pragma once

#include <cstdint>
#include <span>

namespace newsmill::dedup {

/// Fills `registers`, at most 128, from the hashes of a text's shingles
/// (shingles.h). Fills them with zeros if there is no shingle.
void Sketch(std::span<const uint64_t> shingles, std::span<uint8_t> registers);

}  // namespace newsmill::dedup
