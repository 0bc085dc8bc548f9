// Checks with the admin API whether the topics are safe enough for newsmill's
// guarantees, and creates missing topics.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "admin_client.h"
#include "denial.h"
#include "fmt/format.h"
#include "handles.h"
#include "newsmill/kafka/kafka.h"
#include "topic_snapshot.h"

namespace newsmill::kafka {
namespace {

using Level = TopicFinding::Level;

constexpr int kTimeoutMs = 10'000;
constexpr int kLookAgainMs = 50;
constexpr int kSafeReplication = 3;
constexpr int kSafeInSync = 2;
// The room in a record batch for everything but the value of the record: the
// key, the headers of the input message, and newsmill's headers.
constexpr int64_t kHeadroomBytes = int64_t{256} << 10;
constexpr int64_t kBrokerDefaultMaxBytes = 1'048'588;
// The size of a segment of the fingerprint log. Brokers free only whole
// segments, so a trimmed log takes up to one segment more than its entries.
// Each segment has several open files, so much smaller segments would cost the
// brokers more than they save.
constexpr int64_t kLogSegmentBytes = int64_t{64} << 20;
constexpr int64_t kLargeSegmentBytes = int64_t{256} << 20;

using NewTopicHandle = Handle<rd_kafka_NewTopic_t, rd_kafka_NewTopic_destroy>;

/// The required properties of a topic.
struct Wanted {
  std::string name;
  bool is_log = false;
  int64_t created_max_bytes = kBrokerDefaultMaxBytes;
  int64_t needed_max_bytes = 0;  // the largest message that a worker writes
};

/// Returns the required properties of all topics. `raw_max_bytes` is the
/// maximum size of a message that topics.raw accepts now, or 0 if the topic
/// does not exist.
std::vector<Wanted> WantedTopics(const Options& options,
                                 const TopicRequirements& requirements,
                                 int64_t raw_max_bytes) {
  const int64_t input = std::max(requirements.max_input_bytes + kHeadroomBytes,
                                 kBrokerDefaultMaxBytes);
  const int64_t record = std::max(
      requirements.max_record_bytes + kHeadroomBytes, kBrokerDefaultMaxBytes);
  // A dead letter contains all bytes and headers of the input message. Even a
  // message above input.max_message_bytes becomes a dead letter. So this size
  // depends on the largest message that topics.raw accepts.
  const int64_t dead_letter = std::max(input, raw_max_bytes) + kHeadroomBytes;
  const Topics& topics = options.topics;
  return {
      {.name = topics.raw, .created_max_bytes = input},
      {.name = topics.articles,
       .created_max_bytes = record,
       .needed_max_bytes = record},
      {.name = topics.duplicates, .needed_max_bytes = kBrokerDefaultMaxBytes},
      {.name = topics.dead_letters,
       .created_max_bytes = dead_letter,
       .needed_max_bytes = dead_letter},
      {.name = topics.fingerprints, .is_log = true}};
}

class Review {
 public:
  explicit Review(std::string topic) : topic_(std::move(topic)) {}

  void Require(bool holds, Level level, std::string message) {
    if (holds) return;
    usable_ = usable_ && level == Level::kNote;
    findings_.push_back({topic_, level, std::move(message)});
  }
  std::vector<TopicFinding> Findings(std::string summary) && {
    if (usable_) {
      findings_.insert(findings_.begin(),
                       {topic_, Level::kOk, std::move(summary)});
    }
    return std::move(findings_);
  }

 private:
  std::string topic_;
  bool usable_ = true;  // there are only notes
  std::vector<TopicFinding> findings_;
};

void ReviewSafety(Review& review, const rd_kafka_metadata_topic_t& topic,
                  const TopicConfig& config) {
  const int replicas =
      topic.partition_cnt > 0 ? topic.partitions[0].replica_cnt : 0;
  review.Require(replicas >= kSafeReplication, Level::kUnsafe,
                 fmt::format("replication is {}, should be {} or more",
                             replicas, kSafeReplication));
  const int64_t in_sync = GetNumber(config, "min.insync.replicas", 1);
  review.Require(in_sync >= kSafeInSync, Level::kUnsafe,
                 fmt::format("min.insync.replicas is {}, should be {} or more",
                             in_sync, kSafeInSync));
  review.Require(Get(config, "unclean.leader.election.enable") != "true",
                 Level::kUnsafe,
                 "unclean.leader.election.enable is true, should be false");
}

void ReviewLog(Review& review, const rd_kafka_metadata_topic_t& topic,
               const TopicConfig& config) {
  review.Require(topic.partition_cnt == 1, Level::kWrong,
                 fmt::format("has {} partitions, must have 1: the order of its "
                             "entries decides which article is the original",
                             topic.partition_cnt));
  const std::string policy = Get(config, "cleanup.policy");
  review.Require(policy == "delete", Level::kWrong,
                 fmt::format("cleanup.policy is {}, must be delete", policy));
  const std::string time = Get(config, "message.timestamp.type");
  review.Require(time == "LogAppendTime", Level::kWrong,
                 fmt::format("message.timestamp.type is {}, must be "
                             "LogAppendTime",
                             time));
  for (const char* limit : {"retention.ms", "retention.bytes"}) {
    const int64_t value = GetNumber(config, limit, -1);
    review.Require(
        value == -1, Level::kUnsafe,
        fmt::format(
            "{} is {}, should be -1: the brokers must not delete entries",
            limit, value));
  }
  const int64_t segment = GetNumber(config, "segment.bytes", 0);
  review.Require(segment <= kLargeSegmentBytes, Level::kNote,
                 fmt::format("segment.bytes is {}: trimming frees only whole "
                             "segments, so {} saves disk space",
                             segment, kLogSegmentBytes));
}

std::vector<TopicFinding> ReviewTopic(const Wanted& wanted,
                                      const rd_kafka_metadata_topic_t& topic,
                                      const TopicConfig& config) {
  Review review(wanted.name);
  ReviewSafety(review, topic, config);
  if (wanted.is_log) ReviewLog(review, topic, config);
  const int64_t max_bytes =
      GetNumber(config, "max.message.bytes", kBrokerDefaultMaxBytes);
  review.Require(max_bytes >= wanted.needed_max_bytes, Level::kUnsafe,
                 fmt::format("max.message.bytes is {}, should be {} or more",
                             max_bytes, wanted.needed_max_bytes));
  const std::string policy = Get(config, "cleanup.policy");
  review.Require(wanted.is_log || policy.find("compact") == std::string::npos,
                 Level::kUnsafe,
                 fmt::format("cleanup.policy is {}: compaction removes "
                             "messages before they are read",
                             policy));
  return std::move(review).Findings(
      fmt::format("{} partition{}, replication {}, max.message.bytes {}",
                  topic.partition_cnt, topic.partition_cnt == 1 ? "" : "s",
                  topic.partitions[0].replica_cnt, max_bytes));
}

void SetConfig(rd_kafka_NewTopic_t* topic, const char* name,
               const std::string& value) {
  rd_kafka_NewTopic_set_config(topic, name, value.c_str());
}

std::expected<NewTopicHandle, Error> NewTopic(const Wanted& wanted,
                                              int32_t partitions, int brokers) {
  char reason[256];
  const int replication = std::min(brokers, kSafeReplication);
  NewTopicHandle topic(
      rd_kafka_NewTopic_new(wanted.name.c_str(), wanted.is_log ? 1 : partitions,
                            replication, reason, sizeof(reason)));
  if (!topic) return std::unexpected(Error{wanted.name + ": " + reason});
  SetConfig(topic.get(), "max.message.bytes",
            fmt::format("{}", wanted.created_max_bytes));
  SetConfig(
      topic.get(), "min.insync.replicas",
      fmt::format("{}", replication >= kSafeReplication ? kSafeInSync : 1));
  SetConfig(topic.get(), "unclean.leader.election.enable", "false");
  if (wanted.is_log) {
    SetConfig(topic.get(), "cleanup.policy", "delete");
    SetConfig(topic.get(), "message.timestamp.type", "LogAppendTime");
    SetConfig(topic.get(), "retention.ms", "-1");
    SetConfig(topic.get(), "retention.bytes", "-1");
    SetConfig(topic.get(), "segment.bytes",
              fmt::format("{}", kLogSegmentBytes));
  }
  return topic;
}

std::expected<void, Error> Create(const AdminClient& client,
                                  const Options& options,
                                  const std::vector<NewTopicHandle>& topics) {
  std::vector<rd_kafka_NewTopic_t*> raw;
  raw.reserve(topics.size());
  for (const NewTopicHandle& topic : topics) raw.push_back(topic.get());
  const AdminOptionsHandle admin(
      rd_kafka_AdminOptions_new(client.get(), RD_KAFKA_ADMIN_OP_CREATETOPICS));
  // The request returns only after the controller has created the topics, so
  // that later requests find them.
  rd_kafka_AdminOptions_set_operation_timeout(admin.get(), kTimeoutMs, nullptr,
                                              0);
  const QueueHandle queue(rd_kafka_queue_new(client.get()));
  rd_kafka_CreateTopics(client.get(), raw.data(), raw.size(), admin.get(),
                        queue.get());
  const EventHandle event(rd_kafka_queue_poll(queue.get(), 3 * kTimeoutMs));
  if (!event || rd_kafka_event_error(event.get()) != 0) {
    return std::unexpected(Error{fmt::format(
        "cannot create topics: {}",
        event ? rd_kafka_event_error_string(event.get()) : client.NoAnswer())});
  }
  size_t count = 0;
  const rd_kafka_topic_result_t** results = rd_kafka_CreateTopics_result_topics(
      rd_kafka_event_CreateTopics_result(event.get()), &count);
  for (size_t i = 0; i < count; ++i) {
    const rd_kafka_resp_err_t code = rd_kafka_topic_result_error(results[i]);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR ||
        code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) {
      continue;
    }
    const char* name = rd_kafka_topic_result_name(results[i]);
    if (NeedsOperator(code)) {
      return Misconfigured(
          TopicNotAllowed(options, code, name, "create", "CREATE"));
    }
    const char* why = rd_kafka_topic_result_error_string(results[i]);
    return std::unexpected(Error{fmt::format(
        "cannot create {}: {}", name, why == nullptr ? Describe(code) : why)});
  }
  return {};
}

/// Waits until the brokers know the topics `names`. A broker learns about a new
/// topic a little later than the controller.
std::expected<void, Error> AwaitTopics(const AdminClient& client,
                                       const std::vector<std::string>& names) {
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(kTimeoutMs);
  while (std::chrono::steady_clock::now() < deadline) {
    const auto metadata = client.FetchMetadata(names);
    if (!metadata) return std::unexpected(metadata.error());
    if (std::ranges::all_of(names, [&](const std::string& name) {
          return FindTopic(**metadata, name) != nullptr;
        })) {
      return {};
    }
    rd_kafka_poll(client.get(), kLookAgainMs);
  }
  return std::unexpected(
      Error{"the topics were created, but no broker knows them after 10 s"});
}

}  // namespace

std::expected<std::vector<TopicFinding>, Error> CheckTopics(
    const Options& options, const TopicRequirements& requirements) {
  const auto client = AdminClient::Make(options);
  if (!client) return std::unexpected(client.error());
  auto snapshot = FetchTopicSnapshot(*client, options);
  if (!snapshot) return std::unexpected(snapshot.error());

  std::vector<TopicFinding> findings;
  for (const Wanted& one : WantedTopics(
           options, requirements, snapshot->RawMaxBytes(options.topics))) {
    const auto denied =
        std::ranges::find(snapshot->denied, one.name, &TopicFinding::topic);
    if (denied != snapshot->denied.end()) {
      findings.push_back(*denied);
      continue;
    }
    const rd_kafka_metadata_topic_t* topic = snapshot->Find(one.name);
    if (topic == nullptr) {
      findings.push_back({one.name, Level::kMissing,
                          "does not exist; create it with newsmill topics "
                          "--create"});
      continue;
    }
    for (TopicFinding& finding :
         ReviewTopic(one, *topic, snapshot->configs[one.name])) {
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::expected<std::vector<std::string>, Error> CreateTopics(
    const Options& options, const TopicRequirements& requirements,
    std::optional<int32_t> partitions) {
  const auto client = AdminClient::Make(options);
  if (!client) return std::unexpected(client.error());
  auto snapshot = FetchTopicSnapshot(*client, options);
  if (!snapshot) return std::unexpected(snapshot.error());
  // If the user has no permission to see a topic, newsmill cannot know whether
  // the topic exists.
  if (!snapshot->denied.empty()) {
    const TopicFinding& denied = snapshot->denied.front();
    return Misconfigured(
        fmt::format("topic {}: {}", denied.topic, denied.message));
  }
  if (!partitions) {
    const auto* raw = snapshot->Find(options.topics.raw);
    if (raw == nullptr) {
      return std::unexpected(Error{options.topics.raw + " does not exist"});
    }
    partitions = raw->partition_cnt;
  }
  std::vector<NewTopicHandle> topics;
  std::vector<std::string> names;
  for (const Wanted& one : WantedTopics(
           options, requirements, snapshot->RawMaxBytes(options.topics))) {
    if (snapshot->Find(one.name) != nullptr) continue;
    auto topic = NewTopic(one, *partitions, snapshot->metadata->broker_cnt);
    if (!topic) return std::unexpected(topic.error());
    topics.push_back(*std::move(topic));
    names.push_back(one.name);
  }
  if (topics.empty()) return names;
  if (const auto created = Create(*client, options, topics); !created) {
    return std::unexpected(created.error());
  }
  const auto known = AwaitTopics(*client, names);
  if (!known) return std::unexpected(known.error());
  return names;
}

std::expected<std::string, Error> DescribeCluster(const Options& options) {
  const auto client = AdminClient::Make(options);
  if (!client) return std::unexpected(client.error());
  const auto metadata = client->FetchMetadata({});
  if (!metadata) return std::unexpected(metadata.error());
  const char* id = rd_kafka_clusterid(client->get(), 0);
  return fmt::format("{} broker{} (cluster {})", (*metadata)->broker_cnt,
                     (*metadata)->broker_cnt == 1 ? "" : "s",
                     id == nullptr ? "unknown" : id);
}

}  // namespace newsmill::kafka
