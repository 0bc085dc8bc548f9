#include "metadata.h"

#include <algorithm>

namespace newsmill::kafka {

bool MeansAskElsewhere(rd_kafka_resp_err_t code) {
  switch (code) {
    case RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION:
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
    case RD_KAFKA_RESP_ERR__UNKNOWN_BROKER:
    case RD_KAFKA_RESP_ERR__NODE_UPDATE:
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
      return true;
    default:
      return false;
  }
}

std::expected<MetadataHandle, rd_kafka_resp_err_t> FetchTopicMetadata(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout) {
  const TopicHandle handle(rd_kafka_topic_new(client, topic.c_str(), nullptr));
  const rd_kafka_metadata_t* answer = nullptr;
  rd_kafka_resp_err_t code =
      rd_kafka_metadata(client, /*all_topics=*/0, handle.get(), &answer,
                        static_cast<int>(timeout.count()));
  MetadataHandle metadata(answer);
  if (code == RD_KAFKA_RESP_ERR_NO_ERROR) code = answer->topics[0].err;
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return std::unexpected(code);
  return metadata;
}

std::expected<std::vector<int32_t>, rd_kafka_resp_err_t> FetchPartitions(
    rd_kafka_t* client, const std::string& topic,
    std::chrono::milliseconds timeout) {
  const auto metadata = FetchTopicMetadata(client, topic, timeout);
  if (!metadata) return std::unexpected(metadata.error());
  const rd_kafka_metadata_topic_t& found = (*metadata)->topics[0];
  std::vector<int32_t> partitions;
  partitions.reserve(static_cast<size_t>(found.partition_cnt));
  for (int i = 0; i < found.partition_cnt; ++i) {
    partitions.push_back(found.partitions[i].id);
  }
  std::ranges::sort(partitions);
  return partitions;
}

}  // namespace newsmill::kafka
