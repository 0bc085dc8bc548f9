// The group's committed offsets, asked of its coordinator.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <vector>

#include "handles.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/io.h"

namespace newsmill::kafka {

struct Fetched {
  std::expected<std::vector<pipeline::Standing>, pipeline::PublishError>
      standings;
  std::vector<std::string> expired;  // a sentence for each loss, for the log
  /// It failed because a transaction has offsets that are not decided.
  bool undecided = false;
};

/// With the notes that were committed beside them. Offsets that an open
/// transaction is about to commit are waited for (`require_stable`, KIP-447),
/// so what comes back cannot change behind our back. A partition without an
/// offset begins where `options.start` says; one whose offset has expired, at
/// the first message that is left. An offset beyond the end is an error: the
/// topic may be another one.
/// Blocks, and in librdkafka 2.0 sometimes for minutes: run it watched.
Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
