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
  std::vector<model::PartitionRange> expired;  // deleted before processing
  /// True: the fetch failed because an open transaction has written offsets.
  bool undecided = false;
};

/// Returns a consumer that only fetches the group's offsets and never joins the
/// group. (The admin client's ListConsumerGroupOffsets crashes in librdkafka
/// 2.0 if the answer asks to try again.) It writes no log, because it may
/// outlive its owner.
std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options);

/// Returns a consumer like MakeOffsetsClient does, but this consumer does not
/// wait for open transactions. Use it for questions about the whole group,
/// which nearly always has an open transaction.
std::expected<ClientHandle, Error> MakeGroupClient(const Options& options);

/// Returns the group's committed offsets. -1 means that the group has committed
/// none. With a client of MakeOffsetsClient, waits for open transactions. Waits
/// at most 8 s.
std::expected<std::vector<pipeline::Progress>, rd_kafka_resp_err_t>
FetchProgress(rd_kafka_t* client, const Options& options,
              std::span<const int32_t> partitions);

/// Returns the committed position of each partition. Waits for open
/// transactions, so no transaction changes the result afterwards. (With
/// read_committed, librdkafka requires stable offsets, KIP-447.) A partition
/// without a committed offset begins at `options.start`. If it was added to the
/// topic after the group's first commit, it begins at its first message. If the
/// offset has expired, the partition begins at the first message that is still
/// retained. An offset beyond the end is an error: the topic may have been
/// created again. `client` comes from MakeOffsetsClient. Waits at most 36 s, so
/// run it with WatchedProducer::Watch.
Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
