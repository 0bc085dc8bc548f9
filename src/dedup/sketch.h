// Computes the MinHash sketch of a text by one permutation.
//
//   hash of a shingle   |  register  |  the register keeps the minimum   |
//                        high bits                             low 8 kept
//
// A register without a shingle copies the value of another register. A hash of
// the empty register's number and of the number of the attempt determines the
// other register, so the order of attempts is the same for every text
// (Shrivastava: Optimal Densification for Fast and Accurate Minwise Hashing,
// ICML 2017).
#pragma once

#include <cstdint>
#include <span>

namespace newsmill::dedup {

/// Fills `registers`, at most 128, from the hashes of a text's shingles
/// (shingles.h). Fills the registers with zeros if the text has no shingle.
void Sketch(std::span<const uint64_t> shingles, std::span<uint8_t> registers);

}  // namespace newsmill::dedup
