// Fetches the metadata and settings of newsmill's topics. Finds the topics that
// the user has no permission to see.
#pragma once

#include <librdkafka/rdkafka.h>

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <vector>

#include "admin_client.h"
#include "metadata.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::kafka {

/// A topic's settings by name.
using TopicConfig = std::map<std::string, std::string>;

/// Returns the value of the setting `name`, or "" if `config` does not contain
/// it.
std::string Get(const TopicConfig& config, const std::string& name);
int64_t GetNumber(const TopicConfig& config, const std::string& name,
                  int64_t otherwise);

/// Returns the names of newsmill's topics.
std::vector<std::string> NamesOf(const Topics& topics);

/// Returns the topic. Returns null if the topic does not exist, or if the user
/// has no permission to see it.
const rd_kafka_metadata_topic_t* FindTopic(const rd_kafka_metadata_t& metadata,
                                           const std::string& name);

struct TopicSnapshot {
  MetadataHandle metadata;
  // The settings of the existing topics, by topic.
  std::map<std::string, TopicConfig> configs;
  std::vector<TopicFinding> denied;  // topics that the user has no access to

  /// Returns the topic, or null if the topic does not exist or is in `denied`.
  const rd_kafka_metadata_topic_t* Find(const std::string& name) const;
  /// Returns the maximum size of a message on topics.raw, or 0 if it is
  /// unknown.
  int64_t RawMaxBytes(const Topics& topics) const;
};
std::expected<TopicSnapshot, Error> FetchTopicSnapshot(
    const AdminClient& client, const Options& options);

}  // namespace newsmill::kafka
