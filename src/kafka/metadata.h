// Fetches the metadata of one topic: its partitions and their leaders.
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

/// Returns whether this error may disappear after a refresh of the client's
/// metadata. The partition may have a new leader that the client does not know.
/// Or the partition had no leader at the last refresh. librdkafka refreshes its
/// metadata by itself only for topics that a client subscribes to, reads or
/// writes. For other topics, it asks the old leader again and again (version
/// 2.0.2), or returns the same error again (2.16.0).
bool MeansAskElsewhere(rd_kafka_resp_err_t code);

/// Fetches the metadata of `topic`, so that `client` knows the leaders of its
/// partitions. The returned metadata contains only this topic, without an
/// error. Waits at most for `timeout`.
std::expected<MetadataHandle, rd_kafka_resp_err_t> FetchTopicMetadata(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

/// Returns the partitions of `topic` in ascending order. Waits at most for
/// `timeout`.
std::expected<std::vector<int32_t>, rd_kafka_resp_err_t> FetchPartitions(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout);

}  // namespace newsmill::kafka
