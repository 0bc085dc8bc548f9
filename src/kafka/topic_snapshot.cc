#include "topic_snapshot.h"

#include <cstdlib>
#include <utility>

#include "denial.h"
#include "fmt/format.h"

namespace newsmill::kafka {
namespace {

using ResourceHandle =
    Handle<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy>;
using Level = TopicFinding::Level;

constexpr int kTimeoutMs = 20'000;

struct OurTopic {
  std::string name;
  // The operations for which a worker needs permission. The permission for any
  // of them includes the permission for DESCRIBE.
  std::string worker_needs;
};

std::vector<OurTopic> OurTopics(const Topics& topics) {
  return {{topics.raw, "READ"},
          {topics.articles, "WRITE"},
          {topics.duplicates, "WRITE"},
          {topics.dead_letters, "WRITE"},
          {topics.fingerprints, "READ and WRITE"}};
}

rd_kafka_resp_err_t ErrorOf(const rd_kafka_metadata_t& metadata,
                            const std::string& name) {
  for (int i = 0; i < metadata.topic_cnt; ++i) {
    if (name == metadata.topics[i].topic) return metadata.topics[i].err;
  }
  return RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
}

TopicConfig ValuesOf(const rd_kafka_ConfigResource_t& resource) {
  TopicConfig config;
  size_t count = 0;
  const rd_kafka_ConfigEntry_t** entries =
      rd_kafka_ConfigResource_configs(&resource, &count);
  for (size_t i = 0; i < count; ++i) {
    const char* value = rd_kafka_ConfigEntry_value(entries[i]);
    config[rd_kafka_ConfigEntry_name(entries[i])] =
        value == nullptr ? "" : value;
  }
  return config;
}

/// Fetches the settings of newsmill's topics that exist. If the user has no
/// permission to read the settings of a topic, adds the topic to `denied`.
std::expected<void, Error> FetchConfigs(const AdminClient& client,
                                        const Options& options,
                                        TopicSnapshot& snapshot) {
  std::vector<ResourceHandle> resources;
  std::vector<rd_kafka_ConfigResource_t*> raw;
  for (const OurTopic& topic : OurTopics(options.topics)) {
    if (snapshot.Find(topic.name) == nullptr) continue;
    resources.emplace_back(rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC,
                                                       topic.name.c_str()));
    raw.push_back(resources.back().get());
  }
  if (raw.empty()) return {};
  const QueueHandle queue(rd_kafka_queue_new(client.get()));
  rd_kafka_DescribeConfigs(client.get(), raw.data(), raw.size(), nullptr,
                           queue.get());
  const EventHandle event(rd_kafka_queue_poll(queue.get(), kTimeoutMs));
  if (!event || rd_kafka_event_error(event.get()) != 0) {
    return std::unexpected(Error{fmt::format(
        "cannot read the topics' settings: {}",
        event ? rd_kafka_event_error_string(event.get()) : client.NoAnswer())});
  }
  size_t count = 0;
  const rd_kafka_ConfigResource_t** found =
      rd_kafka_DescribeConfigs_result_resources(
          rd_kafka_event_DescribeConfigs_result(event.get()), &count);
  for (size_t i = 0; i < count; ++i) {
    const std::string name = rd_kafka_ConfigResource_name(found[i]);
    const rd_kafka_resp_err_t code = rd_kafka_ConfigResource_error(found[i]);
    if (NeedsOperator(code)) {
      snapshot.denied.push_back({name, Level::kDenied,
                                 NotAllowed(options, code, "read its settings",
                                            "DESCRIBE_CONFIGS on it")});
    } else if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
      return std::unexpected(Error{fmt::format(
          "topic {}: cannot read its settings ({})", name, Describe(code))});
    } else {
      snapshot.configs[name] = ValuesOf(*found[i]);
    }
  }
  return {};
}

/// Adds each topic that the user has no permission to see to `snapshot.denied`.
std::expected<void, Error> JudgeErrors(const Options& options,
                                       TopicSnapshot& snapshot) {
  for (const OurTopic& topic : OurTopics(options.topics)) {
    const rd_kafka_resp_err_t code = ErrorOf(*snapshot.metadata, topic.name);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR ||
        code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
      continue;
    }
    const std::string what =
        fmt::format("topic {}: {}", topic.name, Describe(code));
    if (code == RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION) return Misconfigured(what);
    if (!NeedsOperator(code)) return std::unexpected(Error{what});
    snapshot.denied.push_back(
        {topic.name, Level::kDenied,
         NotAllowed(options, code, "see whether it exists",
                    topic.worker_needs + " on it") +
             " (newsmill topics needs DESCRIBE only)"});
  }
  return {};
}

}  // namespace

std::string Get(const TopicConfig& config, const std::string& name) {
  const auto found = config.find(name);
  return found == config.end() ? "" : found->second;
}

int64_t GetNumber(const TopicConfig& config, const std::string& name,
                  int64_t otherwise) {
  const std::string value = Get(config, name);
  if (value.empty()) return otherwise;
  return std::strtoll(value.c_str(), nullptr, 10);
}

std::vector<std::string> NamesOf(const Topics& topics) {
  std::vector<std::string> names;
  for (const OurTopic& topic : OurTopics(topics)) names.push_back(topic.name);
  return names;
}

const rd_kafka_metadata_topic_t* FindTopic(const rd_kafka_metadata_t& metadata,
                                           const std::string& name) {
  for (int i = 0; i < metadata.topic_cnt; ++i) {
    const rd_kafka_metadata_topic_t& topic = metadata.topics[i];
    if (name == topic.topic && topic.err == RD_KAFKA_RESP_ERR_NO_ERROR) {
      return &topic;
    }
  }
  return nullptr;
}

const rd_kafka_metadata_topic_t* TopicSnapshot::Find(
    const std::string& name) const {
  return FindTopic(*metadata, name);
}

int64_t TopicSnapshot::RawMaxBytes(const Topics& topics) const {
  const auto found = configs.find(topics.raw);
  if (found == configs.end()) return 0;
  return GetNumber(found->second, "max.message.bytes", 0);
}

std::expected<TopicSnapshot, Error> FetchTopicSnapshot(
    const AdminClient& client, const Options& options) {
  auto metadata = client.FetchMetadata(NamesOf(options.topics));
  if (!metadata) return std::unexpected(metadata.error());
  TopicSnapshot snapshot{
      .metadata = *std::move(metadata), .configs = {}, .denied = {}};
  if (auto judged = JudgeErrors(options, snapshot); !judged) {
    return std::unexpected(judged.error());
  }
  if (auto fetched = FetchConfigs(client, options, snapshot); !fetched) {
    return std::unexpected(fetched.error());
  }
  return snapshot;
}

}  // namespace newsmill::kafka
