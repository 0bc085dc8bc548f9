// Kafka behind the seams of the pipeline, by librdkafka. This header hides it.
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

/// "2.0.2": the linked librdkafka.
std::string LibraryVersion();

/// What is wrong with `kafka.properties`: unknown, malformed, or one of those
/// that carry the guarantees.
struct PropertyError {
  std::string property;  // empty: some of them contradict each other
  std::string message;
};
std::vector<PropertyError> CheckProperties(const Options& options);

/// What may fail with the linked librdkafka, though it is not wrong.
std::vector<std::string> PropertyWarnings(const Options& options);

/// A consumer of `topics.raw` in `group`, which it joins at the first Poll.
/// `observer` must outlive it.
std::expected<std::unique_ptr<pipeline::Source>, Error> MakeSource(
    const Options& options, pipeline::Observer& observer);

/// A transactional producer of the output topics. `observer` must outlive it.
std::expected<std::unique_ptr<pipeline::Sink>, Error> MakeSink(
    const Options& options, pipeline::Observer& observer);

/// The fingerprint log on partition 0 of `topics.fingerprints`, whose order
/// decides for the whole fleet. `observer` must outlive it.
std::expected<std::unique_ptr<pipeline::FingerprintLog>, Error> MakeLog(
    const Options& options, pipeline::Observer& observer);

/// What `options.group` has committed of its fingerprint log: to be fetched
/// before that log is opened. Waits at most 12 s.
std::expected<pipeline::GroupHistory, Error> FetchGroupHistory(
    const Options& options);

// ---- topics: for `newsmill topics`, and before `run` joins the group

/// What a topic must be like.
struct TopicRequirements {
  int64_t max_input_bytes = 0;   // input.max_message_bytes
  int64_t max_record_bytes = 0;  // output.max_record_bytes
};

struct TopicFinding {
  /// kDenied: this user lacks a permission that a look at the topic needs.
  enum class Level { kOk, kUnsafe, kMissing, kWrong, kDenied };
  std::string topic;
  Level level = Level::kOk;
  std::string message;  // what it is and what it should be
};

/// One finding a topic at least. `kWrong`, `kMissing` and `kDenied` stop a
/// worker, `kUnsafe` does unless `allow_unsafe_topics`.
std::expected<std::vector<TopicFinding>, Error> CheckTopics(
    const Options& options, const TopicRequirements& requirements);

/// Creates what is missing; never changes what exists. Returns the names. An
/// error is misconfigured where this user lacks a permission.
/// Without `partitions`: as many as topics.raw has, which must be there.
std::expected<std::vector<std::string>, Error> CreateTopics(
    const Options& options, const TopicRequirements& requirements,
    std::optional<int32_t> partitions);

/// A line about the cluster, or why it cannot be reached within 10 s.
std::expected<std::string, Error> DescribeCluster(const Options& options);

}  // namespace newsmill::kafka
