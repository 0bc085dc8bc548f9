// Fetches the group's committed offsets from its coordinator.
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
  std::expected<std::vector<pipeline::CommittedPosition>,
                pipeline::PublishError>
      positions;
  // Offsets that the broker deleted before newsmill processed them.
  std::vector<model::PartitionRange> expired;
  /// True if the fetch failed because a transaction that has written offsets of
  /// the group is still open.
  bool undecided = false;
};

/// Returns a consumer that only fetches the group's offsets and never joins the
/// group. (A request of an admin client would be simpler. But
/// ListConsumerGroupOffsets of librdkafka 2.0 crashes if the coordinator
/// answers with an error that asks for another attempt.) The consumer may
/// outlive its owner, so it writes no log.
std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options);

/// Returns a consumer like MakeOffsetsClient does, but this consumer does not
/// wait for open transactions. Use it to ask for the offsets of all partitions.
/// In a fleet, some worker nearly always has an open transaction, so
/// MakeOffsetsClient's consumer would wait.
std::expected<ClientHandle, Error> MakeGroupClient(const Options& options);

/// Returns the group's committed offset and offset metadata for each partition.
/// The offset -1 means that the group has committed none. If `client` comes
/// from MakeOffsetsClient, waits for open transactions. Waits at most 8 s.
std::expected<std::vector<pipeline::Progress>, rd_kafka_resp_err_t>
FetchProgress(rd_kafka_t* client, const Options& options,
              std::span<const int32_t> partitions);

/// Returns the committed position of each partition. Waits for open
/// transactions, so a transaction that is open now cannot change the result
/// later. (With read_committed, librdkafka requires stable offsets, KIP-447.) A
/// partition without a committed offset begins at `options.start`. But if this
/// partition was added to the topic after the group's first commit, it begins
/// at its first message. If the committed offset of a partition has expired,
/// the partition begins at the first message that is still retained. A
/// committed offset above the end offset of the partition is an error, because
/// the topic may have been deleted and created again. `client` comes from
/// MakeOffsetsClient. Waits at most 36 s, so run it with
/// WatchedProducer::Watch.
Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
