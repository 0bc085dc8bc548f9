// What the pipeline and its ends report: telemetry counts these events, the
// logger writes them. The engine itself never prints.
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

/// Why items will be delivered again. kUnknown: their commit got no answer, and
/// the group has moved on, so they may have been published.
enum class AbandonCause { kAbort, kRevoke, kDrain, kUnknown };
inline constexpr int kAbandonCauseCount = 4;
/// Returns "abort", "revoke", "drain" or "unknown".
std::string_view Name(AbandonCause cause);

/// Where a message is between admission and commit. Each stage has a queue
/// before it.
enum class Stage {
  kExtract,  // decoding, extraction, fingerprint
  kDecide,   // until its entries are read back from the log
  kPublish,  // until it is committed
};
inline constexpr int kStageCount = 3;
/// Returns "extract", "decide" or "publish".
std::string_view Name(Stage stage);

/// By consequence. kWarning: nothing is lost. kError: an operator has to act.
enum class Severity { kDebug, kInfo, kWarning, kError };

/// Items by what they became.
struct ItemCounts {
  int64_t relation[model::kRelationCount] = {};  // articles and duplicates
  int64_t reason[model::kReasonCount] = {};      // dead letters

  void Add(const ItemCounts& other);
};

/// By how much a commit has moved the committed offset of a partition.
struct Advanced {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t next_offset = 0;
  int64_t messages = 0;  // the other offsets between them have no message
};

/// A transaction that is committed for certain.
struct Commit {
  struct Message {
    int32_t partition = 0;
    int64_t timestamp_ms = -1;  // of the input record, Unix time; -1: unknown
    std::chrono::steady_clock::time_point entered_stage{};  // kPublish
  };
  ItemCounts counts;
  int64_t items = 0;  // of the messages, counted apart from `counts`
  Duration duration{};
  std::vector<Progress> progress;
  std::vector<Advanced> advances;  // of `progress`, same order
  std::vector<Message> messages;
};

/// The end of an input partition, as far as the client knows it without asking
/// a broker. Offsets after the last message that hold no message, such as
/// commit markers, do not count.
struct PartitionEnd {
  int32_t partition = 0;
  int64_t end_offset = 0;
};

// ---------------------------------------------------------------- events
// References, views and spans are valid until On returns.

/// Extraction has found these items in a message. Each is committed or
/// abandoned later, exactly once.
struct ItemsEntered {
  int64_t items = 0;
};
/// Extraction did not use these fields of a message. Reported again at each
/// delivery of the message.
struct FieldsIgnored {
  const model::IgnoredFields& fields;
};
struct ItemsAbandoned {
  int64_t items = 0;
  AbandonCause cause{};
};
/// A transaction with messages, or with offsets that have none.
struct TransactionCommitted {
  const Commit& commit;
};
struct MessageAdmitted {
  int64_t bytes = 0;          // key, value and headers
  int64_t charged_bytes = 0;  // in the byte budget
};
struct StageEntered {
  Stage stage{};
  Duration waited{};  // in the stage's queue
};
/// Not reported for kPublish: see TransactionCommitted.
struct StageLeft {
  Stage stage{};
  Duration stayed{};
  int64_t items = 0;
  int64_t refused = 0;  // of `items`, those that become dead letters
};
/// The index has caught up with the fingerprint log for the first time.
struct IndexCaughtUp {
  int64_t log_end = 0;  // offset after the last entry
  int64_t texts = 0;    // in the index
};
struct EntryApplied {
  const model::LogEntry& entry;
  dedup::Effect effect{};
};
/// How far the fingerprint log is read, and what the index keeps of it.
struct LogRead {
  int64_t next_offset = 0;
  int64_t texts = 0;
  int64_t bytes = 0;
  int64_t window_ms = 0;  // log time since the oldest text
  int64_t pending_deliveries = 0;
};
/// The end of the fingerprint log, as far as the client knows it without asking
/// a broker.
struct LogEndSeen {
  int64_t end_offset = 0;
};
struct AssignmentStarted {
  std::span<const Progress> starts;
};
/// An assignment that had started has ended: nothing of it can be published
/// now.
struct AssignmentEnded {
  bool lost = false;  // see Revoked
};
/// The fingerprint log shows that the assignment cannot go on: another worker
/// has claimed one of its partitions, or appended entries are lost.
struct AssignmentRefuted {};
struct PartitionEndsSeen {
  std::span<const PartitionEnd> ends;
};
struct TransactionFailed {
  const PublishError& error;
};
/// The worker could not find out what the group has committed.
struct RecoveryFailed {
  const PublishError& error;
};
/// This worker has had something to commit for `duration` and has not been able
/// to. Reported after each failed attempt to fetch the committed offsets or to
/// commit.
struct PublishingFails {
  const PublishError& last;
  Duration duration{};
};
/// A commit has succeeded after failed attempts, or the worker has no
/// partitions any more.
struct PublishingRecovered {
  Duration duration{};  // of the failure
};
/// The broker has deleted these offsets before they were processed. The same
/// offsets are reported again when they are found again before a later offset
/// is committed.
struct OffsetsExpired {
  model::PartitionRange range;
};
/// The input does not exist any more. Nothing is read until InputFound.
struct InputMissing {
  std::string_view what;
};
struct InputFound {};
struct DrainStarted {};
/// A sentence for the log, with what the operator should do where that is
/// known.
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

  /// Called from every thread of the pipeline and of its ends, so it must be
  /// thread-safe and must not block.
  virtual void On(const Event& event) = 0;
};

}  // namespace newsmill::pipeline
