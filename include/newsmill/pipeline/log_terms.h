// The worker's requirements for the fingerprint log, and the first entries that
// it writes into an empty log.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// The facts about fingerprint logs from the offset metadata of a consumer
/// group.
struct GroupHistory {
  bool has_commits = false;
  /// Maps the id of each fingerprint log in the offset metadata to the greatest
  /// OffsetMetadata::log_read for this log. The group had read all entries of
  /// the log below this offset.
  std::map<model::Hash128, int64_t> log_read;
};

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// True: the worker writes `rules` into the log if other rules are in force.
  /// False: other rules in the log are an error.
  bool change_rules = false;
  /// True: the worker claims a partition even if its committed offset was set
  /// back. False: such an offset is an error.
  bool accept_rewind = false;
  /// The history of the group, fetched before the log is opened. A log that
  /// contradicts the history is an error.
  GroupHistory history;
  /// True: accepts an empty log, and a log with another id than the group's
  /// log.
  bool accept_new_log = false;
  /// True: accepts a log that is shorter than the part that the group had read.
  bool accept_short_log = false;
};

}  // namespace newsmill::pipeline
