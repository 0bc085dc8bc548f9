// Makes the source, the sink and the fingerprint log of a pipeline that uses
// Kafka. This header does not include librdkafka.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/sink.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::kafka {

/// Returns the version of the linked librdkafka, such as "2.0.2".
std::string LibraryVersion();

/// A property in `kafka.properties` that is unknown, malformed or reserved.
struct PropertyError {
  std::string property;  // empty if several properties contradict each other
  std::string message;
};
/// Returns the errors in `options.properties`. Does not contact a broker.
std::vector<PropertyError> CheckProperties(const Options& options);

/// Returns a warning for each property that is valid but that the linked
/// version of librdkafka does not support well. Does not contact a broker.
std::vector<std::string> PropertyWarnings(const Options& options);

/// Returns a consumer of `topics.raw`. The consumer joins `group` at the first
/// Poll. The error names a property that librdkafka rejects. `observer` must
/// outlive the consumer.
std::expected<std::unique_ptr<pipeline::Source>, Error> MakeSource(
    const Options& options, pipeline::Observer& observer);

/// Returns a transactional producer of the output topics. The producer connects
/// at the first call. `observer` must outlive the producer.
std::expected<std::unique_ptr<pipeline::Sink>, Error> MakeSink(
    const Options& options, pipeline::Observer& observer);

/// Returns the fingerprint log: partition 0 of `topics.fingerprints`. The error
/// names a property that librdkafka rejects. `observer` must outlive the log.
std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLog(
    const Options& options, pipeline::Observer& observer);

/// Returns the fingerprint log for reading only: Append and Trim must not be
/// called. It has no producer, and needs only READ on the topic.
std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLogReader(
    const Options& options, pipeline::Observer& observer);

/// Fetches the offset metadata of `options.group` (pipeline/offset_metadata.h).
/// Returns the facts about the fingerprint log that the offset metadata
/// contains. Call this function before you open the fingerprint log. Waits at
/// most 12 s.
std::expected<pipeline::GroupHistory, Error> FetchGroupHistory(
    const Options& options);

struct GroupMember {
  std::string client_id;
  std::string instance_id;  // empty: the member is dynamic
  std::string host;
};
/// Returns the members of `options.group`, as the coordinator of the group
/// describes them. A worker that has stopped can still be a member: until
/// session.timeout.ms has passed if it was killed or is a static member. Waits
/// at most 12 s.
std::expected<std::vector<GroupMember>, Error> FetchGroupMembers(
    const Options& options);

// Topics. `newsmill topics` uses these functions. `newsmill run` uses them
// before the worker joins its group.

/// Message sizes that the topics must accept.
struct TopicRequirements {
  int64_t max_input_bytes = 0;   // input.max_message_bytes
  int64_t max_record_bytes = 0;  // output.max_record_bytes
};

struct TopicFinding {
  /// kNote: the topic is usable, but a setting wastes resources. kUnsafe: the
  /// topic can lose data. kDenied: this user lacks the permission to read the
  /// topic's metadata or settings.
  enum class Level { kOk, kNote, kUnsafe, kMissing, kWrong, kDenied };
  std::string topic;
  Level level = Level::kOk;
  std::string message;  // states the found value and the needed value
};

/// Returns at least one finding for each topic. kWrong, kMissing and kDenied
/// stop a worker. kUnsafe stops a worker unless `allow_unsafe_topics` is set.
/// Waits at most 30 s.
std::expected<std::vector<TopicFinding>, Error> CheckTopics(
    const Options& options, const TopicRequirements& requirements);

/// Creates the missing topics and returns their names. Never changes an
/// existing topic. If `partitions` is empty, topics.raw must exist, and the new
/// topics get as many partitions as topics.raw. If this user lacks a
/// permission, the error is a misconfiguration.
std::expected<std::vector<std::string>, Error> CreateTopics(
    const Options& options, const TopicRequirements& requirements,
    std::optional<int32_t> partitions);

/// Returns one line of text that describes the cluster. Waits at most 10 s.
std::expected<std::string, Error> DescribeCluster(const Options& options);

}  // namespace newsmill::kafka
