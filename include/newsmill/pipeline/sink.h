// The destination of the output. A sink publishes messages and commits the
// progress of the group in the input.
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

/// A message to publish. The views must stay valid until Publish returns.
struct OutputMessage {
  OutputTopic topic = OutputTopic::kArticles;
  std::optional<std::string_view> key;
  std::optional<std::string_view> value;
  model::Headers headers;
  // The offset of the input message, for sinks that write no headers.
  int64_t input_offset = 0;
  std::string_view input_id;
};

/// Messages and progress that are committed together. Readers see all of them
/// or none.
struct Transaction {
  std::vector<OutputMessage> messages;
  std::vector<Progress> progress;  // at most one element for each partition
  std::string group_metadata;
  /// True: the sink sends each message alone, so that PublishError::message is
  /// certain.
  bool separate = false;
};

/// Whether the transaction of a failed call is committed, and what the caller
/// must do next.
enum class PublishFailure {
  kRetry,    // not committed, or unknown: call Recover, then FetchProgress
  kRefused,  // not committed: Kafka will always reject `message`
  kFenced,   // not committed: this worker has lost its partitions
  kStop,     // an operator has to act: stop the worker
};
inline constexpr int kPublishFailureCount = 4;
/// Returns "retry", "refused", "fenced" or "stop".
std::string_view Name(PublishFailure failure);

struct PublishError {
  PublishFailure failure = PublishFailure::kRetry;
  /// For kRefused: the index of the rejected message in Transaction::messages.
  /// A broker rejects whole batches, so the index is certain only if
  /// Transaction::separate is true.
  size_t message = 0;
  std::string what;
};

/// The destination of transactions. Only the publish thread calls its
/// functions, except for Interrupt. Calls must match
///   ( Recover | FetchProgress | Publish )*
/// After a Publish that failed with kRetry, the caller must call Recover. Each
/// call waits for the brokers until a timeout. After a failed call has
/// returned, its operation does not continue.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Makes sure that each earlier transaction of this worker is committed or
  /// aborted.
  virtual std::expected<void, PublishError> Recover() = 0;

  /// Returns the committed positions of the group, in the order of
  /// `partitions`. Each call asks the coordinator of the group.
  virtual std::expected<std::vector<CommittedPosition>, PublishError>
  FetchProgress(std::span<const int32_t> partitions) = 0;

  /// Commits the messages and the progress in one transaction. Sends the group
  /// metadata, so that the coordinator can reject the commit of a fenced
  /// worker. Returns when the commit is certain. After the error kRetry, the
  /// transaction may be committed. After any other error, nothing is committed.
  virtual std::expected<void, PublishError> Publish(
      const Transaction& transaction) = 0;

  /// Makes the running call and all later calls fail soon. Any thread may call
  /// it.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
