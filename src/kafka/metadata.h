// The metadata of one topic: its partitions, and who leads them.
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

/// Returns whether another broker may answer what this one did not: a partition
/// has another leader than the client knows, or had none when it last looked.
/// librdkafka refreshes its metadata by itself only for topics that a client
/// subscribes to, reads or writes; any other client keeps asking the old leader
/// (2.0.2), or keeps the error itself (2.16.0).
bool MeansAskElsewhere(rd_kafka_resp_err_t code);

/// Asks a broker about `topic`, and lets `client` know the leaders that it
/// names. The metadata's only topic has no error. Waits for `timeout` at most.
std::expected<MetadataHandle, rd_kafka_resp_err_t> FetchTopicMetadata(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

/// Returns the partitions of `topic` in ascending order. Waits for `timeout` at
/// most.
std::expected<std::vector<int32_t>, rd_kafka_resp_err_t> FetchPartitions(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

}  // namespace newsmill::kafka
