// Converts a mark to the parts that the fingerprint log contains, and back. The
// bytes of all parts together are
//
//   version u8 · the fields of model::Mark in their order
//
// in the form that output/log_entry.h describes. An optional value is encoded
// as a flag (u8) and, if the flag is 1, the value. A relation is encoded as a
// u8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"

namespace newsmill::output {

/// The version of the form. A build ignores marks of other versions.
inline constexpr uint8_t kMarkVersion = 1;
/// The maximum number of bytes in a part. The encoded entry is a little longer.
/// It is far below the limit of a broker for a message, 1 MB by default.
inline constexpr size_t kMaxMarkPartBytes = 200'000;
/// The maximum number of parts of a mark.
inline constexpr uint32_t kMaxMarkParts = 4096;

/// Returns the parts of `mark`, in the order of their numbers. Returns no part
/// if the mark would need more than kMaxMarkParts. `nonce` must be random, so
/// that marks of two workers for one place do not mix. Each part except the
/// last one has `part_bytes` bytes, at most kMaxMarkPartBytes.
std::vector<model::MarkPartEntry> PartsOf(
    const model::Mark& mark, uint64_t nonce,
    size_t part_bytes = kMaxMarkPartBytes);

/// Returns whether a part whose entry has the offset `offset` can belong to a
/// mark, if marks describe the state at offsets that are divisible by
/// `place_spacing`.
bool CanBelongToAMark(const model::MarkPartEntry& part, int64_t offset,
                      int64_t place_spacing);

/// Returns the mark with these parts. The parts may have any order, and may be
/// repeated. Returns nothing if
/// - a part is missing, is empty or is too long, or two parts disagree,
/// - the bytes do not have the hash in the parts, are malformed, or have
///   another version,
/// - IsConsistent is false for the mark.
/// Accepts any parts. The memory that it needs is proportional to their bytes.
std::optional<model::Mark> MarkFrom(
    std::span<const model::MarkPartEntry> parts);

/// Returns whether the mark is as model/mark.h describes it, so that a reader
/// may use its offsets without further checks:
/// - No number is negative, except -1 for an unknown time. No time is after
///   `time_ms`. The items of deliveries and the thresholds of the rules may
///   have any values, because the index accepts entries with any values.
/// - `texts` has exactly one bit for each offset from `base` up to `place`. The
///   other bits of its last byte are 0. The bit of `base` is 1.
/// - The lists are ascending. Retracted texts and texts with full lanes have a
///   bit in `texts`.
bool IsConsistent(const model::Mark& mark);

}  // namespace newsmill::output
