// What deduplication compares of an article: fixed size, integers only, so that
// every worker reads the same from it.
#pragma once

#include <array>
#include <cstdint>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The version of the algorithm that makes fingerprints and compares them. One
/// version is in force at a place of the log, see RulesEntry.
inline constexpr uint16_t kFingerprintVersion = 1;

inline constexpr int kBodyRegisters = 128;
inline constexpr int kLeadRegisters = 48;
inline constexpr int kFactBytes = 64;

/// How it is made: dedup/fingerprint.h.
struct Fingerprint {
  uint16_t version = kFingerprintVersion;
  uint16_t language = 0;  // hash of the primary language subtag; 0: unknown
  Hash128 article;        // hash of the article_id (the canonical URL's hash)
  Hash128 text;           // hash of the normalised text
  uint64_t title = 0;     // hash of the normalised title; 0: none
  uint32_t body_shingles = 0;  // different ones, in the whole text
  uint32_t lead_shingles = 0;  // … and in its first words
  /// One-permutation MinHash, the low 8 bits of each register's minimum.
  std::array<uint8_t, kBodyRegisters> body{};
  std::array<uint8_t, kLeadRegisters> lead{};
  /// A bit for each number and name: what tells a form that was filled in twice
  /// from a copy.
  std::array<uint8_t, kFactBytes> facts{};

  bool operator==(const Fingerprint&) const = default;
};

}  // namespace newsmill::model
