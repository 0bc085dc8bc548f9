// What a worker expects of the fingerprint log, and writes into an empty one.
#pragma once

#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

struct LogTerms {
  model::GenesisEntry genesis;
  model::RulesEntry rules;
  /// Writes `rules` into the log when others are in force; else that is an
  /// error.
  bool change_rules = false;
  /// Claims partitions whose offsets were set back; else that is an error.
  bool accept_rewind = false;
};

}  // namespace newsmill::pipeline
