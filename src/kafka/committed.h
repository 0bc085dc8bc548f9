// Fetches the committed offsets of the group from its coordinator.
#pragma once

#include <cstdint>
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
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
      positions;
  // Offsets that the broker deleted before newsmill processed them.
  std::vector<model::PartitionRange> expired;
  /// True if the fetch failed because of an open transaction with offsets of
  /// the group. It is not decided yet whether these offsets will be committed.
  bool undecided = false;
};

/// Returns a consumer that only fetches the group's offsets and never joins the
/// group. (A request of an admin client would be simpler. But
/// ListConsumerGroupOffsets of librdkafka 2.0 crashes if the coordinator
/// answers with a retriable error.) The consumer writes no log, because it may
/// still run after its owner is destroyed.
std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options);

/// Returns a consumer like MakeOffsetsClient does, but this consumer does not
/// wait for open transactions. Use it to fetch the offsets of all partitions.
/// In a fleet, some worker nearly always has an open transaction.
std::expected<ClientHandle, Error> MakeGroupClient(const Options& options);

/// Returns the group's committed offset and offset metadata for each partition.
/// If the group has committed no offset in a partition, the offset is -1. Waits
/// for open transactions if `client` comes from MakeOffsetsClient. Waits at
/// most 8 s.
std::expected<std::vector<pipeline::Progress>, rd_kafka_resp_err_t>
FetchProgress(rd_kafka_t* client, const Options& options,
              std::span<const int32_t> partitions);

/// Returns the position at which each partition continues:
/// - the committed offset, if there is one
/// - the first message that is still retained, if the committed offset has
///   expired
/// - the first message, if there is no committed offset and the partition was
///   added to the topic after the group's first commit
/// - `options.start`, if there is no committed offset in any other partition
/// A committed offset above the end offset of the partition is an error,
/// because the topic may have been deleted and created again. Waits for open
/// transactions, so that a transaction that is open now cannot change the
/// result later. (With read_committed, librdkafka asks for stable offsets,
/// KIP-447.) `client` comes from MakeOffsetsClient. Run this function with
/// WatchedProducer::Watch, because it may wait for 36 s.
Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
