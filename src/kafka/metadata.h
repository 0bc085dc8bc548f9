// The metadata of one topic: its partitions and their leaders.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "handles.h"

namespace newsmill::kafka {

inline void DestroyMetadata(const rd_kafka_metadata_t* metadata) {
  rd_kafka_metadata_destroy(metadata);
}
using MetadataHandle = Handle<const rd_kafka_metadata_t, DestroyMetadata>;

/// Returns whether another broker may give the answer that this broker did not
/// give: a partition has another leader than the client knows, or had none when
/// the client last looked. librdkafka refreshes its metadata by itself only for
/// topics that a client subscribes to, reads or writes. Other clients ask the
/// old leader again and again (2.0.2), or keep the error (2.16.0).
bool MeansAskElsewhere(rd_kafka_resp_err_t code);

/// Asks a broker about `topic`, so that `client` learns the leaders. The only
/// topic in the returned metadata has no error. Waits at most for `timeout`.
std::expected<MetadataHandle, rd_kafka_resp_err_t> FetchTopicMetadata(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

/// Returns the partitions of `topic` in ascending order. Waits at most for
/// `timeout`.
std::expected<std::vector<int32_t>, rd_kafka_resp_err_t> FetchPartitions(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

}  // namespace newsmill::kafka
