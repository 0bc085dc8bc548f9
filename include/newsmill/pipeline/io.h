// The four seams of the pipeline: where messages come from (Source), the log
// that decides (FingerprintLog), where records go (Sink), and who is told
// (Observer). Kafka, files and tests stand behind them.
//
// A *session* is the time between an assignment of partitions and its end.
// What was admitted in one session is never published in another.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/dedup/index.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// How far the group has come in a partition.
struct Progress {
  int32_t partition = 0;
  int64_t next_offset = 0;  // the first that is not yet processed
  OffsetMetadata metadata;  // committed with the offset

  bool operator==(const Progress&) const = default;
};

/// Where the group stands in a partition.
struct Standing {
  Progress progress;
  /// False: the group has committed nothing that is of use, and `progress` is
  /// the place to begin.
  bool committed = true;
  /// Not committed, since what was committed has expired: `progress` is the
  /// first message that is left.
  bool expired = false;
  bool has_messages = true;  // some wait from there on
};

// ---------------------------------------------------------------- Source

/// Partitions were given to this worker. Answer with Source::Start.
struct Assigned {
  std::vector<int32_t> partitions;
  std::string membership;  // proof of ownership, to travel with the outcomes
};
/// All partitions are taken away. Answer with Source::Release, once nothing of
/// theirs can be published any more.
struct Revoked {
  bool lost = false;  // others own them already: publish nothing more
};
/// Every message of the partition before that offset was given; the rest up to
/// it are offsets without a message. To be committed behind those messages.
struct Passed {
  int32_t partition = 0;
  int64_t next_offset = 0;
};
/// A finite source has given its last message.
struct Exhausted {};
/// The source cannot go on.
struct Failed {
  Error error;
};
using SourceEvent = std::variant<std::monostate, model::RawMessage, Assigned,
                                 Revoked, Passed, Exhausted, Failed>;

/// Used by the intake thread alone. Calls must match
///   ( Poll* [Assigned] Start Poll* [Revoked] Release )*
///   Poll* ( [Assigned] Start Poll* )? Close
/// A Revoked may come before Start; then Start is left out.
class Source {
 public:
  virtual ~Source() = default;

  /// The next event, or nothing within `timeout`. It must be called all the
  /// time; with `want_messages` false it returns at once, keeps the membership
  /// alive and leaves messages where they are.
  virtual SourceEvent Poll(bool want_messages,
                           std::chrono::milliseconds timeout) = 0;

  /// Messages begin at these offsets.
  virtual void Start(std::span<const Progress> starts) = 0;

  /// Gives the revoked partitions back.
  virtual void Release() = 0;

  /// Joins anew after this worker was found not to own its partitions any
  /// more. The open session gets a Revoked with `lost`.
  virtual void Rejoin() = 0;

  /// Leaves. Call after the last session has ended.
  virtual void Close() = 0;
};

// ---------------------------------------------------------- FingerprintLog

struct LogRecord {
  int64_t offset = 0;
  int64_t time_ms = 0;  // the log's clock; it may go back
  uint64_t hash = 0;    // as anchors carry it, see model::Anchor
  model::LogEntry entry;
};

struct LogError {
  /// False: a person must act. True: entries may be missing that were appended
  /// before; what comes now is appended again, so sessions must begin anew.
  bool appends_lost = false;
  std::string what;
  bool misconfigured = false;  // see Error
};

/// A totally ordered log that every worker of the fleet reads. Used by the
/// decide thread alone. Calls must match  Open ( Append | Poll )* Close
class FingerprintLog {
 public:
  virtual ~FingerprintLog() = default;

  /// Reading begins at the first entry. Returns the log's end: nothing is
  /// decided before it is reached. An end below `least_end` is asked for again
  /// for a while, since a new leader may not know the end yet. `readable` is
  /// called from any thread when Poll may have something after it had nothing.
  virtual std::expected<int64_t, Error> Open(std::function<void()> readable,
                                             int64_t least_end) = 0;
  /// Entries stand in the log in the order of the calls; this returns before
  /// they do.
  virtual std::expected<void, LogError> Append(
      const model::LogEntry& entry) = 0;
  /// The next entry in the order of the log, whoever wrote it. Never waits.
  virtual std::expected<std::optional<LogRecord>, LogError> Poll() = 0;
  /// `readable` is not called any more once it has returned.
  virtual void Close() = 0;
  /// From any thread: an Open under way fails soon.
  virtual void Interrupt() {}
};

// ------------------------------------------------------------------ Sink

enum class OutputTopic { kArticles, kDuplicates, kDeadLetters };
inline constexpr int kOutputTopicCount = 3;

/// Views that live until the call that takes them returns.
struct OutputMessage {
  OutputTopic topic = OutputTopic::kArticles;
  std::optional<std::string_view> key;
  std::optional<std::string_view> value;
  model::Headers headers;
  // Where it came from, for sinks that write no headers.
  int64_t input_offset = 0;
  std::string_view input_id;
};

/// Output and progress that become visible together or not at all.
struct Transaction {
  std::vector<OutputMessage> messages;
  std::vector<Progress> progress;  // at most one a partition
  std::string membership;
  /// Send every message by itself, so that a refusal names the one it is for.
  bool separate = false;
};

/// What a failed Publish means for its transaction.
enum class PublishFailure {
  kRetry,    // nothing, or nobody knows what: Recover, then FetchProgress
  kRefused,  // never commits: the content of `message` is refused for good
  kDeposed,  // never commits: this worker does not own the partitions any more
  kStop,     // the world is such that a person must act
};
inline constexpr int kPublishFailureCount = 4;
/// "retry", "refused", "deposed", "stop".
std::string_view Name(PublishFailure failure);
struct PublishError {
  PublishFailure failure = PublishFailure::kRetry;
  /// For kRefused: index in Transaction::messages. A broker refuses batches, so
  /// it is certain only for a transaction that was sent `separate`.
  size_t message = 0;
  std::string what;
};

/// Used by the publish thread alone. Calls must match
///   ( Recover | FetchProgress | Publish )*
/// where a Publish that failed with kRetry is followed by Recover.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Makes sure that no transaction of this worker is open or undecided.
  virtual std::expected<void, PublishError> Recover() = 0;

  /// What the group has committed, asked of whoever keeps it, never from
  /// memory. Same order as `partitions`.
  virtual std::expected<std::vector<Standing>, PublishError> FetchProgress(
      std::span<const int32_t> partitions) = 0;

  virtual std::expected<void, PublishError> Publish(
      const Transaction& transaction) = 0;

  /// From any thread: the call under way and all later ones fail soon.
  virtual void Interrupt() {}
};

// -------------------------------------------------------------- Observer

/// Why items will be delivered again. kUnknown: their commit got no answer, and
/// the group has moved on: they may have been published.
enum class AbandonCause { kAbort, kRevoke, kDrain, kUnknown };
inline constexpr int kAbandonCauseCount = 4;
/// "abort", "revoke", "drain", "unknown".
std::string_view Name(AbandonCause cause);

/// Where a message is between admission and commit. Each has a queue before it.
enum class Stage {
  kExtract,  // decoding, extraction, fingerprint
  kDecide,   // until its entries are read back from the log
  kPublish,  // until it is committed
};
inline constexpr int kStageCount = 3;
/// "extract", "decide", "publish".
std::string_view Name(Stage stage);

/// By how a person must react: warning: nothing is lost; error: act.
enum class Severity { kDebug, kInfo, kWarning, kError };

/// What was published, item by item.
struct ItemCounts {
  int64_t relation[model::kRelationCount] = {};
  int64_t reason[model::kReasonCount] = {};

  void Add(const ItemCounts& other);
};

/// What a commit has added to a partition.
struct Advanced {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t next_offset = 0;
  int64_t messages = 0;  // the other offsets between have none
};

/// A transaction with messages, or offsets without one, that is committed for
/// sure.
struct Commit {
  using Duration = std::chrono::steady_clock::duration;
  struct Message {
    int32_t partition = 0;
    int64_t timestamp_ms = -1;  // the record's own; -1: unknown
    std::chrono::steady_clock::time_point entered_stage{};  // publish
  };
  ItemCounts counts;
  int64_t items = 0;  // of the messages, counted apart from `counts`
  Duration duration{};
  std::vector<Progress> progress;
  std::vector<Advanced> advances;  // of `progress`, same order
  std::vector<Message> messages;
};

/// The fingerprint log as far as this worker has read it, and what it keeps.
struct LogPosition {
  int64_t next_offset = 0;
  int64_t texts = 0;
  int64_t bytes = 0;
  int64_t window_ms = 0;  // log time since the oldest text
  int64_t pending_deliveries = 0;
};

/// Where a partition of the input ends, as far as the client knows without
/// asking. Offsets that hold no message, such as commit markers behind the last
/// one, do not count.
struct PartitionEnd {
  int32_t partition = 0;
  int64_t end_offset = 0;
};

/// Told of what happens; the engine never prints. Called from every thread of
/// the pipeline: implementations are thread-safe and do not block.
class Observer {
 public:
  using Duration = std::chrono::steady_clock::duration;
  virtual ~Observer() = default;

  // ---- items: each that has entered is committed or abandoned, once
  virtual void ItemsEntered(int64_t /*items*/) {}
  virtual void ItemsAbandoned(int64_t /*items*/, AbandonCause) {}
  virtual void TransactionCommitted(const Commit&) {}

  // ---- messages and stages
  /// `charged`: in the byte budget.
  virtual void MessageAdmitted(int64_t /*bytes*/, int64_t /*charged*/) {}
  virtual void StageEntered(Stage, Duration /*waited*/) {}
  /// For publish, TransactionCommitted tells.
  virtual void StageLeft(Stage, Duration /*stayed*/, int64_t /*items*/,
                         int64_t /*refused*/) {}

  // ---- the log
  /// The index has caught up with the fingerprint log up to `log_end`.
  virtual void IndexReady(int64_t /*log_end*/, int64_t /*texts*/) {}
  virtual void EntryApplied(const model::LogEntry&, dedup::Effect) {}
  virtual void LogRead(const LogPosition&) {}
  /// The log's end as the client knows it without asking.
  virtual void LogEndSeen(int64_t /*end_offset*/) {}

  // ---- sessions and transactions
  virtual void SessionStarted(std::span<const Progress>) {}
  /// A session that had started has ended; nothing of it can be published now.
  virtual void SessionEnded(bool /*lost*/) {}
  /// The log has shown that the session cannot go on.
  virtual void SessionDeposed() {}
  virtual void PartitionEndsSeen(std::span<const PartitionEnd>) {}
  virtual void TransactionFailed(const PublishError&) {}
  /// What the group has committed could not be asked.
  virtual void RecoveryFailed(const PublishError&) {}
  /// For `duration` this worker has had something to commit and has not been
  /// able to. Called after each attempt, to fetch the committed offsets or to
  /// commit, that fails.
  virtual void PublishingFails(const PublishError& /*last*/,
                               Duration /*duration*/) {}
  /// A commit has succeeded after attempts that failed, or the worker has no
  /// partitions now.
  virtual void PublishingFailsNoMore(Duration /*duration*/) {}
  /// The broker has deleted them before they were processed. Told again where
  /// they are asked for again before something behind them is committed.
  virtual void OffsetsExpired(const model::PartitionRange&) {}
  /// The input does not exist any more; nothing is read until InputFound.
  virtual void InputMissing(std::string_view /*what*/) {}
  virtual void InputFound() {}
  virtual void DrainStarted() {}
  /// A sentence for the log, with what a person should do where that is known.
  virtual void Note(Severity, std::string_view /*message*/) {}
};

}  // namespace newsmill::pipeline
