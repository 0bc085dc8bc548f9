// The events of the pipeline, its source, its sink and its log. Telemetry
// counts the events, and the logger writes them. The engine itself never
// prints.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "newsmill/dedup/index.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::pipeline {

using Duration = std::chrono::steady_clock::duration;

/// The reason why items will be delivered again. kUnknown: the result of their
/// commit is not known, so they may have been published.
enum class AbandonCause { kAbort, kRevoke, kDrain, kUnknown };
inline constexpr int kAbandonCauseCount = 4;
/// Returns "abort", "revoke", "drain" or "unknown".
std::string_view Name(AbandonCause cause);

/// The stage of a message between admission and commit. Each stage has a queue
/// before it.
enum class Stage {
  kExtract,  // decoding, extraction, fingerprint
  kDecide,   // until the message's entries are read from the log
  kPublish,  // until it is committed
};
inline constexpr int kStageCount = 3;
/// Returns "extract", "decide" or "publish".
std::string_view Name(Stage stage);

/// Severity by consequence. kWarning: nothing is lost. kError: an operator has
/// to act.
enum class Severity { kDebug, kInfo, kWarning, kError };

/// Numbers of items, by result.
struct ItemCounts {
  int64_t relation[model::kRelationCount] = {};  // articles and duplicates
  int64_t reason[model::kReasonCount] = {};      // dead letters

  void Add(const ItemCounts& other);
};

/// How far a commit has moved the committed offset of a partition.
struct Advanced {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t next_offset = 0;
  int64_t messages = 0;  // the other offsets in between have no message
};

/// A transaction that is certainly committed.
struct Commit {
  struct Message {
    int32_t partition = 0;
    int64_t timestamp_ms = -1;  // Unix time of the input message; -1: unknown
    std::chrono::steady_clock::time_point entered_stage{};  // kPublish
  };
  ItemCounts counts;
  int64_t items = 0;  // number of all items of the messages
  Duration duration{};
  std::vector<Progress> progress;
  std::vector<Advanced> advances;  // for each element of `progress`
  std::vector<Message> messages;
};

/// The end offset of an input partition, as far as the client knows it without
/// a request to a broker. Offsets without messages at the end of the partition,
/// such as the offsets of commit markers, do not count.
struct PartitionEnd {
  int32_t partition = 0;
  int64_t end_offset = 0;
};

// ---------------------------------------------------------------- events
// References, views and spans are valid until On returns.

/// Extraction has found these items in a message. Each item is later committed
/// or abandoned, exactly once.
struct ItemsEntered {
  int64_t items = 0;
};
/// Extraction did not use these fields of a message. The event comes again at
/// each delivery of the message.
struct FieldsIgnored {
  const model::IgnoredFields& fields;
};
struct ItemsAbandoned {
  int64_t items = 0;
  AbandonCause cause{};
};
/// A transaction is committed. It contains messages, or offsets of the input
/// that have no messages.
struct TransactionCommitted {
  const Commit& commit;
};
struct MessageAdmitted {
  int64_t bytes = 0;          // size of keys, values and headers
  int64_t charged_bytes = 0;  // bytes charged to the byte budget
};
struct StageEntered {
  Stage stage{};
  Duration waited{};  // in the queue of the stage
};
/// A message has left a stage. There is no such event for kPublish: see
/// TransactionCommitted.
struct StageLeft {
  Stage stage{};
  Duration stayed{};
  int64_t items = 0;
  int64_t refused = 0;  // how many of `items` become dead letters
};
/// The index has reached the end of the fingerprint log for the first time.
struct IndexCaughtUp {
  int64_t log_end = 0;  // offset after the last entry
  int64_t texts = 0;    // texts in the index
};
struct EntryApplied {
  const model::LogEntry& entry;
  dedup::Effect effect{};
};
/// The position up to which the fingerprint log is read, and the content of the
/// index at this position.
struct LogRead {
  int64_t next_offset = 0;
  int64_t texts = 0;
  int64_t bytes = 0;
  int64_t window_ms = 0;  // age of the oldest text, in log time
  int64_t pending_deliveries = 0;
};
/// The end offset of the fingerprint log, as far as the client knows it without
/// a request to a broker.
struct LogEndSeen {
  int64_t end_offset = 0;
};
struct AssignmentStarted {
  std::span<const Progress> starts;
};
/// An assignment that had started has ended: none of its items can be published
/// any more.
struct AssignmentEnded {
  bool lost = false;  // see Revoked
};
/// The fingerprint log shows that the assignment cannot continue: another
/// worker has claimed one of its partitions, or appended entries are lost.
struct AssignmentRefuted {};
struct PartitionEndsSeen {
  std::span<const PartitionEnd> ends;
};
struct TransactionFailed {
  const PublishError& error;
};
/// The worker could not fetch the committed offsets of the group.
struct RecoveryFailed {
  const PublishError& error;
};
/// For `duration`, this worker has had something to commit and could not commit
/// it. The event comes after each failed attempt to fetch the committed offsets
/// or to commit.
struct PublishingFails {
  const PublishError& last;
  Duration duration{};
};
/// A commit has succeeded after failed attempts, or the worker has no
/// partitions any more.
struct PublishingRecovered {
  Duration duration{};  // duration of the failure
};
/// The broker has deleted these offsets before they were processed. The event
/// comes again for the same offsets if the worker finds them again before a
/// later offset is committed.
struct OffsetsExpired {
  model::PartitionRange range;
};
/// The input does not exist any more. Nothing is read until InputFound.
struct InputMissing {
  std::string_view what;
};
struct InputFound {};
struct DrainStarted {};
/// A sentence for the log. If the operator can do something, the sentence says
/// what.
struct Notice {
  Severity severity{};
  std::string_view text;
};

using Event =
    std::variant<ItemsEntered, FieldsIgnored, ItemsAbandoned,
                 TransactionCommitted, MessageAdmitted, StageEntered, StageLeft,
                 IndexCaughtUp, EntryApplied, LogRead, LogEndSeen,
                 AssignmentStarted, AssignmentEnded, AssignmentRefuted,
                 PartitionEndsSeen, TransactionFailed, RecoveryFailed,
                 PublishingFails, PublishingRecovered, OffsetsExpired,
                 InputMissing, InputFound, DrainStarted, Notice>;

class Observer {
 public:
  virtual ~Observer() = default;

  /// Receives an event. Every thread of the pipeline, its source, its sink and
  /// its log calls On, so On must be thread-safe and must not block.
  virtual void On(const Event& event) = 0;
};

}  // namespace newsmill::pipeline
