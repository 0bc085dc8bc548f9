// Finds the entries of buckets and spills by their tag, and the dead entries.
// This takes most of the instructions of an insertion, so it compares several
// entries by one instruction.
//
// See lane_table.h for buckets, spills and entries. Their first word is not an
// entry.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace newsmill::dedup {

constexpr size_t kBucketWords = 32;
using Bucket = std::array<uint32_t, kBucketWords>;
using Spill = std::array<uint32_t, 8>;

/// What to find in a bucket.
struct Sought {
  uint32_t tag_mask = 0;  // the bits of an entry that are its tag
  // An entry is dead if `end` minus the entry is above `greatest_age`. All
  // numbers are taken modulo 2³².
  uint32_t end = 0;
  uint32_t greatest_age = 0;
};

/// The bit i belongs to the word i of a bucket or spill. The bit 0 is never
/// set.
struct Found {
  uint32_t alike = 0;  // entries with the tag, also dead ones
  uint32_t dead = 0;

  bool operator==(const Found&) const = default;
};

/// Scans each bucket for the tag of the same index. Loads the buckets `coming`
/// into the processor's cache, one after each scan: the processor waits for
/// them if it is asked for all at once. `coming` may be empty. The other spans
/// have the same length. Any thread may call it.
void ScanBuckets(std::span<const Bucket* const> buckets,
                 std::span<const uint32_t> tags, const Sought& sought,
                 std::span<const Bucket* const> coming, std::span<Found> found);

/// The same for every processor, without the instructions that only some have.
void ScanBucketsPortably(std::span<const Bucket* const> buckets,
                         std::span<const uint32_t> tags, const Sought& sought,
                         std::span<const Bucket* const> coming,
                         std::span<Found> found);

/// Scans one spill.
Found ScanSpill(const Spill& spill, uint32_t tag, const Sought& sought);

}  // namespace newsmill::dedup
