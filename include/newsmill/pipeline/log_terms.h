// The worker's requirements for the fingerprint log, and the first entries that
// it writes into an empty log.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// The facts about the fingerprint log that a consumer group has committed with
/// its offsets.
struct GroupHistory {
  bool has_commits = false;
  /// The ids of the fingerprint logs in the offset metadata of the group. The
  /// value is the greatest offset in the metadata of that log: the group had
  /// read all entries below it.
  std::map<model::Hash128, int64_t> log_read;
};

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// True: the worker writes `rules` into the log if other rules are in force.
  /// False: other rules are an error.
  bool change_rules = false;
  /// True: the worker claims partitions with offsets that were set back. False:
  /// such an offset is an error.
  bool accept_rewind = false;
  /// The history of the group, fetched before the log is opened. A log that
  /// contradicts the history is an error.
  GroupHistory history;
  /// True: accepts an empty log, and a log with another id than the group's
  /// log.
  bool accept_new_log = false;
  /// True: accepts a log that ends before the offset up to which the group had
  /// read the log.
  bool accept_short_log = false;
};

}  // namespace newsmill::pipeline
