// The events of the pipeline, its source, its sink and its log. Telemetry
// counts the events, and the logger writes them. The engine itself never
// prints.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
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

/// The reason why the worker dropped items before their commit. The broker will
/// deliver the items again. kUnknown: the worker does not know whether the
/// items were committed, so they may have been published.
enum class AbandonCause { kAbort, kRevoke, kDrain, kUnknown };
inline constexpr int kAbandonCauseCount = 4;
/// Returns "abort", "revoke", "drain" or "unknown".
std::string_view Name(AbandonCause cause);

/// The stage of a message between intake and commit. Each stage has a queue
/// before it.
enum class Stage {
  kExtract,  // decoding, extraction, fingerprint
  kDecide,   // until the message's entries are read from the log
  kPublish,  // until it is committed
};
inline constexpr int kStageCount = 3;
/// Returns "extract", "decide" or "publish".
std::string_view Name(Stage stage);

/// What a worker does before it can decide. It begins again if it has to find
/// the state of the index again.
enum class StartPhase {
  kSearching,   // searches the fingerprint log for a mark
  kLoading,     // loads the texts of the mark
  kCatchingUp,  // applies the entries after the mark
  kReady,
};
inline constexpr int kStartPhaseCount = 4;
/// Returns "searching", "loading", "catching_up" or "ready".
std::string_view Name(StartPhase phase);

/// Severity by consequence. kWarning: nothing is lost. kError: an operator has
/// to act.
enum class Severity { kDebug, kInfo, kWarning, kError };

/// Numbers of items, by result.
struct ItemCounts {
  int64_t relation[model::kRelationCount] = {};  // articles and duplicates
  int64_t reason[model::kReasonCount] = {};      // dead letters

  void Add(const ItemCounts& other);
};

/// A commit has moved the committed offset of a partition from `first_offset`
/// to `next_offset`.
struct Advanced {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t next_offset = 0;
  int64_t messages = 0;  // number of messages at these offsets
};

/// A transaction that is certainly committed.
struct Commit {
  struct Message {
    int32_t partition = 0;
    int64_t timestamp_ms = -1;  // Unix time of the input message; -1: unknown
    std::chrono::steady_clock::time_point entered_stage{};  // entered kPublish
  };
  ItemCounts counts;
  int64_t items = 0;  // number of all items of the messages
  Duration duration{};
  std::vector<Progress> progress;
  std::vector<Advanced> advances;  // for each element of `progress`
  std::vector<Message> messages;
};

/// The latest end offset of an input partition that the client knows. The
/// client does not ask a broker for this offset. Offsets without messages at
/// the end of the partition, such as the offsets of commit markers, do not
/// count.
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
/// A transaction is committed. A transaction may contain only offsets that have
/// no message.
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
/// A message has left a stage. For kPublish, TransactionCommitted comes instead
/// of this event.
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
  int64_t bytes = 0;  // LogRecord::bytes
};
/// The worker has read the fingerprint log up to `next_offset`. The other
/// members describe the index at this offset.
struct LogRead {
  int64_t next_offset = 0;
  int64_t texts = 0;
  int64_t bytes = 0;
  int64_t window_ms = 0;  // age of the oldest text, in log time
  int64_t pending_deliveries = 0;
  int64_t live_entries = 0;  // entries from that of the oldest text on
  std::optional<model::RulesEntry> rules{};  // in force; none: not read yet

  StartPhase phase{};
  int64_t unread_entries = 0;  // to read before the phase is kReady
  int64_t mark_place = 0;      // of the newest valid mark; 0: none is known
  int64_t mark_time_ms = 0;    // when it was complete in the log, Unix time
  /// Entries that were read since a mark became due; 0: no mark is due.
  int64_t mark_overdue_entries = 0;
  /// No worker needs an entry below this offset; 0: not known.
  int64_t needed_offset = 0;
  // Since the worker started:
  int64_t wrong_marks = 0;         // marks that did not fit its state
  int64_t ignored_mark_parts = 0;  // parts that belong to no mark
};
/// A broker has said that the fingerprint log begins at `first_offset`.
struct LogStartSeen {
  int64_t first_offset = 0;
};
/// The latest end offset of the fingerprint log that the client knows. The
/// client does not ask a broker for this offset.
struct LogEndSeen {
  int64_t end_offset = 0;
};
struct AssignmentStarted {
  std::span<const Progress> starts;
};
/// A started assignment has ended. None of its items can be published any more.
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
/// This worker has failed to commit for `duration`. The event comes after each
/// failed attempt to commit, and after each failed attempt to fetch the
/// committed offsets.
struct PublishingFails {
  const PublishError& last;
  Duration duration{};
};
/// After PublishingFails: a commit has succeeded, or the worker has no
/// partitions any more.
struct PublishingRecovered {
  Duration duration{};  // duration of the failure
};
/// The broker has deleted these offsets before they were processed. The event
/// comes again if the worker finds the same offsets again before a later offset
/// is committed.
struct OffsetsExpired {
  model::PartitionRange range;
};
/// The input topic does not exist any more. The worker reads no messages until
/// the event InputFound.
struct InputMissing {
  std::string_view what;
};
struct InputFound {};
struct DrainStarted {};
/// A sentence for the log. If the operator can solve the problem, the sentence
/// says how.
struct Notice {
  Severity severity{};
  std::string_view text;
};

using Event =
    std::variant<ItemsEntered, FieldsIgnored, ItemsAbandoned,
                 TransactionCommitted, MessageAdmitted, StageEntered, StageLeft,
                 IndexCaughtUp, EntryApplied, LogRead, LogStartSeen, LogEndSeen,
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
