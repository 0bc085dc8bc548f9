// The fingerprint of an article: the data that deduplication compares. A
// fingerprint has a fixed size and contains only integers, so that every worker
// reads the same values.
#pragma once

#include <array>
#include <cstdint>

#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// The versions of the algorithm that makes and compares fingerprints. A build
/// knows two versions, and a worker writes the version in force: that of the
/// latest RulesEntry in the fingerprint log. So a fleet can be upgraded worker
/// by worker. A new log gets the newest version.
///
///   1  `article` is the hash of an id made from the canonical URL.
///   2  `article` is the hash of Article::article_id, which is made from the
///      normal form of the canonical URL. Everything else is as in version 1.
///
/// No release has version 2 yet. Until the first release, a change of the
/// fingerprint changes version 2, and needs no version 3.
inline constexpr uint16_t kOldestFingerprintVersion = 1;
inline constexpr uint16_t kFingerprintVersion = 2;

constexpr bool IsKnownVersion(uint16_t version) {
  return version == kOldestFingerprintVersion || version == kFingerprintVersion;
}

inline constexpr int kBodyRegisters = 128;
inline constexpr int kLeadRegisters = 48;
inline constexpr int kFactBytes = 64;

/// A fingerprint. dedup/fingerprint.h describes how it is made.
struct Fingerprint {
  uint16_t version = kFingerprintVersion;
  uint16_t language = 0;  // hash of the primary language subtag; 0: unknown
  Hash128 article;        // the same in all versions of an article
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

/// The fingerprints of one article in the versions that this build knows.
struct Fingerprints {
  Fingerprint oldest = {
      .version = kOldestFingerprintVersion, .article = {}, .text = {}};
  Fingerprint newest;

  /// REQUIRES: IsKnownVersion(version).
  const Fingerprint& In(uint16_t version) const {
    return version == kOldestFingerprintVersion ? oldest : newest;
  }
};

}  // namespace newsmill::model
