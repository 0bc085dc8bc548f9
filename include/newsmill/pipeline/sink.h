// Where records go, together with the input offsets that they complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/progress.h"

namespace newsmill::pipeline {

enum class OutputTopic { kArticles, kDuplicates, kDeadLetters };
inline constexpr int kOutputTopicCount = 3;

/// The views must remain valid until the call that takes the message returns.
struct OutputMessage {
  OutputTopic topic = OutputTopic::kArticles;
  std::optional<std::string_view> key;
  std::optional<std::string_view> value;
  model::Headers headers;
  // The input that it comes from, for sinks that write no headers.
  int64_t input_offset = 0;
  std::string_view input_id;
};

/// Messages and progress that readers see together or not at all.
struct Transaction {
  std::vector<OutputMessage> messages;
  std::vector<Progress> progress;  // at most one element for each partition
  std::string group_metadata;
  /// Send each message by itself, so that a refusal names the right message.
  bool separate = false;
};

/// What a failed call means for its transaction, and what the caller does.
enum class PublishFailure {
  kRetry,    // not committed, or unknown: call Recover, then FetchProgress
  kRefused,  // never commits: the content of `message` is refused for good
  kFenced,   // never commits: this worker does not own the partitions any more
  kStop,     // an operator has to act: stop the worker
};
inline constexpr int kPublishFailureCount = 4;
/// Returns "retry", "refused", "fenced" or "stop".
std::string_view Name(PublishFailure failure);

struct PublishError {
  PublishFailure failure = PublishFailure::kRetry;
  /// For kRefused: index in Transaction::messages. A broker refuses batches, so
  /// only with Transaction::separate is it certain.
  size_t message = 0;
  std::string what;
};

/// Only the publish thread calls it, except for Interrupt. Calls must match
///   ( Recover | FetchProgress | Publish )*
/// where Recover follows a Publish that failed with kRetry. Each call waits for
/// the brokers, with time-outs; after a failure nothing is left running.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Makes sure that no transaction of this worker is open or undecided.
  virtual std::expected<void, PublishError> Recover() = 0;

  /// Returns what the group has committed, in the order of `partitions`. Asks
  /// the group's coordinator, never its own memory.
  virtual std::expected<std::vector<CommittedPosition>, PublishError>
  FetchProgress(std::span<const int32_t> partitions) = 0;

  /// Commits the messages and the progress in one transaction, under the
  /// transaction's group metadata. Returns when the commit is certain. After an
  /// error nothing is committed, except for kRetry: then it is unknown.
  virtual std::expected<void, PublishError> Publish(
      const Transaction& transaction) = 0;

  /// From any thread: makes the running call and all later calls fail soon.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
