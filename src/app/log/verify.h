// Checks the marks in a fingerprint log: applies the entries of the log, and
// compares the digests.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "log/reading.h"
#include "log/scan.h"
#include "newsmill/dedup/index.h"

namespace newsmill::app {

enum class Verdict {
  kUnchecked,  // the check did not reach the place of the mark
  kRight,
  kWrong,
};
/// Returns "not checkable", "right" or "wrong".
std::string_view Name(Verdict verdict);

struct Verification {
  std::vector<Verdict> verdicts;  // for each of LogScan::marks()
  /// The mark from which the check started, as an index in LogScan::marks().
  /// The only proof for this mark is that its texts give its digest. Empty: the
  /// check started at offset 0.
  std::optional<size_t> start;
  /// Empty: all entries after the start were applied. Otherwise says why not.
  std::string stopped;
  int64_t loaded = 0;   // entries
  int64_t applied = 0;  // entries
  double load_seconds = 0;
  double apply_seconds = 0;
  dedup::Index index;  // the state after the last entry that was applied

  /// Returns how many marks have this verdict.
  int64_t Count(Verdict verdict) const;
};

/// Applies the log from offset 0, or from the oldest mark from which a worker
/// can start. The log must have the entries that `scan` has read. REQUIRES:
/// Options::keep_marks of `scan`, unless the log begins at offset 0.
std::expected<Verification, pipeline::LogError> Verify(LogReading& reading,
                                                       const LogScan& scan);

}  // namespace newsmill::app
