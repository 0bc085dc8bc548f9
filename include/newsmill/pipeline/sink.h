// The destination of output messages and of the group's progress in the input.
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

/// A message to publish. The views must stay valid until the call that takes
/// the message returns.
struct OutputMessage {
  OutputTopic topic = OutputTopic::kArticles;
  std::optional<std::string_view> key;
  std::optional<std::string_view> value;
  model::Headers headers;
  // The offset of the input message, for sinks that write no headers.
  int64_t input_offset = 0;
  std::string_view input_id;
};

/// Messages and progress that readers see together, or not at all.
struct Transaction {
  std::vector<OutputMessage> messages;
  std::vector<Progress> progress;  // at most one element for each partition
  std::string group_metadata;
  /// True: send each message by itself, so that an error names the right
  /// message.
  bool separate = false;
};

/// Whether the transaction of a failed call is committed, and what the caller
/// must do next.
enum class PublishFailure {
  kRetry,    // not committed, or unknown: call Recover, then FetchProgress
  kRefused,  // never commits: the content of `message` is rejected for good
  kFenced,   // never commits: this worker does not own the partitions any more
  kStop,     // an operator has to act: stop the worker
};
inline constexpr int kPublishFailureCount = 4;
/// Returns "retry", "refused", "fenced" or "stop".
std::string_view Name(PublishFailure failure);

struct PublishError {
  PublishFailure failure = PublishFailure::kRetry;
  /// For kRefused: the index in Transaction::messages. A broker rejects whole
  /// batches, so the index is certain only with Transaction::separate.
  size_t message = 0;
  std::string what;
};

/// The destination of transactions. Only the publish thread calls its
/// functions, except for Interrupt. Calls must match
///   ( Recover | FetchProgress | Publish )*
/// A Publish that failed with kRetry must be followed by Recover. Each call
/// waits for the brokers, with time-outs. No operation continues after a failed
/// call has returned.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Makes sure that this worker has no open or undecided transaction.
  virtual std::expected<void, PublishError> Recover() = 0;

  /// Returns the committed positions of the group, in the order of
  /// `partitions`. Asks the group's coordinator each time.
  virtual std::expected<std::vector<CommittedPosition>, PublishError>
  FetchProgress(std::span<const int32_t> partitions) = 0;

  /// Commits the messages and the progress in one transaction, under the
  /// transaction's group metadata. Returns when the commit is certain. After an
  /// error nothing is committed. The exception is kRetry: then it is unknown
  /// whether the transaction is committed.
  virtual std::expected<void, PublishError> Publish(
      const Transaction& transaction) = 0;

  /// Makes the running call and all later calls fail soon. Any thread may call
  /// it.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
