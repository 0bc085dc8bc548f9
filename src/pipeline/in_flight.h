// What travels between the threads of the pipeline.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/base/byte_budget.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::pipeline {

using AssignmentId = uint64_t;
inline constexpr AssignmentId kNoAssignment = 0;

/// Memory that a message needs besides its bytes: structs, queue nodes, unused
/// capacity of strings. Each message is charged for it, so that the budget also
/// bounds empty messages.
inline constexpr int64_t kMessageOverheadBytes = 2048;

/// One message from admission to commit. It carries its charge, so its bytes
/// return to the budget wherever the message is dropped.
struct InFlight {
  AssignmentId assignment = kNoAssignment;
  /// Counts the messages of a partition in an assignment, from 0 without gaps.
  /// With Options::one_order it counts over all partitions.
  uint64_t sequence = 0;
  bool suspect = false;  // run in a child process first: see crash_guard.h
  bool passed = false;   // no message, only an offset to commit: see Passed
  model::RawMessage message;
  Charge charge;
  std::chrono::steady_clock::time_point since{};  // end of the step before

  std::vector<Outcome> outcomes{};  // set by extraction
  model::Hash128 digest{};          // set by extraction; see model::Delivery

  struct Verdict {
    model::Decision decision;
    int64_t log_offset = -1;
  };
  std::vector<Verdict> verdicts{};  // set by decide; one an outcome

  /// Set by publish: the outcome whose record the broker has refused, after it
  /// was decided. The message goes back to decide, which retracts that outcome
  /// in the log.
  std::optional<size_t> refused_outcome{};
};

/// How far a fingerprint log was read.
struct LogPlace {
  model::Hash128 id;        // see model::GenesisEntry
  int64_t next_offset = 0;  // of the first entry that is not read
};

// ---- to the decide thread

/// Claims the partitions in the log.
struct ClaimPartitions {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<CommittedPosition> starts;
};
/// Drops what is left of that assignment and of earlier ones.
struct AssignmentOver {
  AssignmentId assignment;
  AbandonCause cause;
};
/// The group has committed `progress`. It may come after the assignment's end:
/// the log knows whether the assignment is still the latest of a partition.
struct Committed {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<Progress> progress;
};
/// The log may have new entries.
struct LogReadable {};
using DecideCommand = std::variant<InFlight, ClaimPartitions, AssignmentOver,
                                   Committed, LogReadable>;

// ---- to the publish thread

/// Fetches the committed offsets of the partitions.
struct BeginAssignment {
  AssignmentId assignment;
  Assigned assigned;
};
/// Commits `starts`, after decide has read the assignment's claims. The
/// coordinator accepts that only from the owner of the partitions.
struct ConfirmAssignment {
  AssignmentId assignment;
  std::vector<Progress> starts;
  LogPlace log;
  /// Set if the log refuses a claim, because the group's offsets were set back.
  /// A fenced worker can be wrong about that, so the alarm waits for the
  /// commit.
  std::optional<Error> rewound;
};
enum class Ending {
  kCommit,   // commit what is decided, and that the assignment ended in order
  kDiscard,  // commit only the orderly end, in one attempt
  kLost,     // commit nothing: other workers own the partitions already
};
/// Ends the assignment. The answer is AssignmentClosed.
struct EndAssignment {
  AssignmentId assignment;
  Ending ending;
  bool ran;  // it had started: messages could flow
  AbandonCause cause;
};
/// Until the assignment ends, commits whenever no decided message waits in the
/// queue, without waiting for the commit interval.
struct CommitSoon {};
using PublishCommand =
    std::variant<InFlight, BeginAssignment, ConfirmAssignment, EndAssignment,
                 CommitSoon>;

// ---- back to the intake thread

/// The index has caught up with the log, so an assignment may begin.
struct IndexReady {};
/// The group's coordinator accepts commits of the assignment, so this worker
/// owns what it has claimed. Intake starts it, or stops the worker if
/// `rewound`.
struct AssignmentConfirmed {
  AssignmentId assignment;
  std::vector<Progress> starts;
  std::optional<Error> rewound;
};
/// Nothing of the assignment can be published any more.
struct AssignmentClosed {
  AssignmentId assignment;
};
/// This worker does not own its partitions any more.
struct AssignmentFenced {
  AssignmentId assignment;
};
/// The worker has to stop.
struct Stopped {
  Error error;
};
using IntakeNotice = std::variant<IndexReady, AssignmentConfirmed,
                                  AssignmentClosed, AssignmentFenced, Stopped>;

}  // namespace newsmill::pipeline
