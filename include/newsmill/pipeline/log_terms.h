// What a worker expects of the fingerprint log, and writes into an empty one.
#pragma once

#include <cstdint>
#include <map>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

/// What a consumer group has committed, as far as it is about its fingerprint
/// log.
struct GroupHistory {
  bool has_commits = false;
  /// The fingerprint logs that the offset metadata of its partitions name, each
  /// with the greatest offset before which it had been read.
  std::map<model::Hash128, int64_t> log_read;
};

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// Writes `rules` into the log when others are in force; else that is an
  /// error.
  bool change_rules = false;
  /// Claims partitions whose offsets were set back; else that is an error.
  bool accept_rewind = false;
  /// Fetched before the log is opened. A log that does not fit it is an error.
  GroupHistory history;
  /// Takes a log that is empty, or another one than the group's.
  bool accept_new_log = false;
  /// Takes a log that ends before what the group had read of it.
  bool accept_short_log = false;
};

}  // namespace newsmill::pipeline
