// The messages and commands that the threads of the pipeline exchange.
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

/// Memory that a message needs in addition to its bytes: structs, queue nodes,
/// unused capacity of strings. This value is part of each message's charge, so
/// that the budget also limits empty messages.
inline constexpr int64_t kMessageOverheadBytes = 2048;

/// One message from admission to commit. It owns its charge, so its bytes
/// return to the budget wherever the message is dropped.
struct InFlight {
  AssignmentId assignment = kNoAssignment;
  /// The number of the message in its partition and assignment, from 0 without
  /// gaps. With Options::one_order, the number of the message over all
  /// partitions.
  uint64_t sequence = 0;
  bool suspect = false;  // run it in a child process first, see crash_guard.h
  bool passed = false;   // not a message, only an offset to commit, see Passed
  model::RawMessage message;
  Charge charge;
  std::chrono::steady_clock::time_point since{};  // end of the previous stage

  std::vector<Outcome> outcomes{};  // set by extraction
  model::Hash128 digest{};          // set by extraction; see model::Delivery

  struct Verdict {
    model::Decision decision;
    int64_t log_offset = -1;
  };
  std::vector<Verdict> verdicts{};  // set by decide; one for each outcome

  /// Set by publish: the outcome with a record that the broker has rejected
  /// after the decision. The message goes back to decide, which retracts this
  /// outcome in the log.
  std::optional<size_t> refused_outcome{};
};

/// The position up to which a fingerprint log was read.
struct LogPlace {
  model::Hash128 id;        // see model::GenesisEntry
  int64_t next_offset = 0;  // offset of the first entry that is not read
};

// ---- Commands for the decide thread.

/// Claims the partitions in the log.
struct ClaimPartitions {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<CommittedPosition> starts;
};
/// Drops the remaining messages of that assignment and of earlier assignments.
struct AssignmentOver {
  AssignmentId assignment;
  AbandonCause cause;
};
/// The group has committed `progress`. Decide appends a CommitEntry for it.
/// This command may arrive after the assignment has ended. If a partition has a
/// newer assignment by then, the entry has no effect.
struct Committed {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<Progress> progress;
};
/// The log may have new entries.
struct LogReadable {};
using DecideCommand = std::variant<InFlight, ClaimPartitions, AssignmentOver,
                                   Committed, LogReadable>;

// ---- Commands for the publish thread.

/// Fetches the committed offsets of the partitions.
struct BeginAssignment {
  AssignmentId assignment;
  Assigned assigned;
};
/// Commits `starts` after decide has read its own claims from the log. The
/// coordinator accepts this commit only from the owner of the partitions.
struct ConfirmAssignment {
  AssignmentId assignment;
  std::vector<Progress> starts;
  LogPlace log;
  /// Set if the log rejects a claim because the group's offsets were set back.
  /// A fenced worker can be wrong about that, so the error is reported only
  /// after the commit.
  std::optional<Error> rewound;
};
enum class Ending {
  kCommit,   // commit decided messages, and that the assignment ended in order
  kDiscard,  // commit only the orderly end, in one attempt
  kLost,     // commit nothing: other workers own the partitions already
};
/// Ends the assignment. The answer is AssignmentClosed.
struct EndAssignment {
  AssignmentId assignment;
  Ending ending;
  bool ran;  // the assignment had started, so messages could flow
  AbandonCause cause;
};
/// Until the assignment ends, the publish thread commits whenever its queue is
/// empty. It does not wait for the commit interval.
struct CommitSoon {};
using PublishCommand =
    std::variant<InFlight, BeginAssignment, ConfirmAssignment, EndAssignment,
                 CommitSoon>;

// ---- Answers to the intake thread.

/// The index has reached the end of the log, so an assignment may begin.
struct IndexReady {};
/// The group's coordinator accepts commits of the assignment, so this worker
/// owns the partitions that it has claimed. Intake starts the assignment, or
/// stops the worker if `rewound` is set.
struct AssignmentConfirmed {
  AssignmentId assignment;
  std::vector<Progress> starts;
  std::optional<Error> rewound;
};
/// No item of the assignment can be published any more.
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
