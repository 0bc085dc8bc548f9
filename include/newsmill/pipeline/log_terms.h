// The worker's requirements for the fingerprint log, and the first entries that
// it writes into an empty log.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// The statements of a consumer group's committed offsets about its fingerprint
/// log.
struct GroupHistory {
  bool has_commits = false;
  /// The fingerprint logs that the offset metadata name, by id. The value is
  /// the greatest offset of the log before which the group had read it.
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
  /// True: accepts a log that ends before the offset to which the group had
  /// read it.
  bool accept_short_log = false;
};

}  // namespace newsmill::pipeline
