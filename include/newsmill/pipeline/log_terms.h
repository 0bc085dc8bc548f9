// The requirements of a worker for the fingerprint log, and the first entries
// that a worker writes into an empty log.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// The facts about fingerprint logs that are in the offset metadata of a
/// consumer group.
struct GroupHistory {
  bool has_commits = false;
  /// The key is the id of a fingerprint log. The value is the greatest
  /// OffsetMetadata::log_read for this log. The group has read all entries of
  /// the log below this offset.
  std::map<model::Hash128, int64_t> log_read;
};

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// True: the worker writes `rules` into the log if other rules are in force.
  /// False: other rules in the log are an error, unless they differ only in a
  /// version of the fingerprints that this build knows.
  bool change_rules = false;
  /// True: the worker claims a partition even if its committed offset was set
  /// back. False: such an offset is an error.
  bool accept_rewind = false;
  /// The history of the group. The caller fetches the history before the worker
  /// opens the log. A log that contradicts the history is an error.
  GroupHistory history;
  /// True: the worker accepts an empty log, and a log whose id is not in
  /// `history`.
  bool accept_new_log = false;
  /// True: the worker accepts a log that ends before the offset up to which the
  /// group has read the log. It also accepts a log from whose marks no worker
  /// can start, and forgets the texts that are lost. This has an effect only
  /// until the worker is ready for the first time.
  bool accept_short_log = false;
  /// True: this worker writes marks. A replay writes none.
  bool write_marks = true;
  /// True: this worker deletes entries that no worker needs any more.
  bool trim = true;
  /// A mark may describe the state at offsets that are divisible by this
  /// number.
  int64_t place_spacing = 8192;
};

}  // namespace newsmill::pipeline
