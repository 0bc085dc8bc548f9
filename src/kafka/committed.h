// The group's committed offsets, asked of its coordinator.
#pragma once

#include <expected>
#include <span>
#include <vector>

#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::kafka {

struct Fetched {
  std::expected<std::vector<pipeline::Standing>, pipeline::PublishError>
      standings;
  std::vector<model::PartitionRange> expired;  // before they were processed
  /// It failed because a transaction has offsets that are not decided.
  bool undecided = false;
};

/// A consumer of the group that joins nothing: it only asks. (The admin
/// client's ListConsumerGroupOffsets crashes in librdkafka 2.0 on an answer
/// that asks to try again.) It logs nothing, since it may outlive its owner.
std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options);

/// The same, but it does not wait for offsets that an open transaction is about
/// to commit: for what the group as a whole has committed, since there is
/// nearly always some open transaction in a group.
std::expected<ClientHandle, Error> MakeGroupClient(const Options& options);

/// Returns what the group has committed; -1: nothing. With a client of
/// MakeOffsetsClient, offsets that an open transaction is about to commit are
/// waited for. Waits at most 8 s.
std::expected<std::vector<pipeline::Progress>, rd_kafka_resp_err_t>
FetchProgress(rd_kafka_t* client, const Options& options,
              std::span<const int32_t> partitions);

/// Returns where each partition begins. Offsets that an open transaction is
/// about to commit are waited for (read_committed makes librdkafka require
/// stable ones, KIP-447), so no transaction changes what comes back. A
/// partition without an offset begins where `options.start` says, or at its
/// beginning if it was added to the topic after the group's first commit. One
/// whose offset has expired begins at the first message that is left. An offset
/// beyond the end is an error: the topic may be another one. `client` is from
/// MakeOffsetsClient. Waits at most 36 s: run it watched.
Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
