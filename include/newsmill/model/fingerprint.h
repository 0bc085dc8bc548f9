// The fingerprint of an article: the data that deduplication compares. A
// fingerprint has a fixed size and contains only integers, so that every worker
// reads the same values.
#pragma once

#include <array>
#include <cstdint>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The version of the algorithm that makes and compares fingerprints. The
/// latest RulesEntry in the fingerprint log contains the version in force.
inline constexpr uint16_t kFingerprintVersion = 1;

inline constexpr int kBodyRegisters = 128;
inline constexpr int kLeadRegisters = 48;
inline constexpr int kFactBytes = 64;

/// A fingerprint. dedup/fingerprint.h describes how it is made.
struct Fingerprint {
  uint16_t version = kFingerprintVersion;
  uint16_t language = 0;  // hash of the primary language subtag; 0: unknown
  Hash128 article;        // hash of the article_id (the canonical URL's hash)
  Hash128 text;           // hash of the normalised text
  uint64_t title = 0;     // hash of the normalised title; 0: none
  uint32_t body_shingles = 0;  // number of different shingles of the whole text
  uint32_t lead_shingles = 0;  // number of different shingles of the lead
  /// MinHash of the shingles by one permutation. Each register contains the low
  /// 8 bits of a minimum.
  std::array<uint8_t, kBodyRegisters> body{};
  std::array<uint8_t, kLeadRegisters> lead{};
  /// Bits for the numbers and names in the text. Two weather reports from one
  /// template are similar, but have different numbers and names. So these bits
  /// show that the second report is not a copy.
  std::array<uint8_t, kFactBytes> facts{};

  bool operator==(const Fingerprint&) const = default;
};

}  // namespace newsmill::model
