// What a worker expects of the fingerprint log, and writes into an empty one.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// What the committed offsets of a consumer group say about its fingerprint
/// log.
struct GroupHistory {
  bool has_commits = false;
  /// The ids of the fingerprint logs that the offset metadata name. Of each log
  /// the greatest offset before which it had been read.
  std::map<model::Hash128, int64_t> log_read;
};

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// True: writes `rules` into the log if other rules are in force. False:
  /// other rules are an error.
  bool change_rules = false;
  /// True: claims partitions whose offsets were set back. False: that is an
  /// error.
  bool accept_rewind = false;
  /// Fetched before the log is opened. A log that contradicts it is an error.
  GroupHistory history;
  /// Accepts an empty log, and one with another id than the group's.
  bool accept_new_log = false;
  /// Accepts a log that ends before the offset to which the group had read it.
  bool accept_short_log = false;
};

}  // namespace newsmill::pipeline
