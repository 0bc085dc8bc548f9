// Defines the messages and commands that the threads of the pipeline send each
// other.
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

/// The memory that a message needs in addition to its bytes: structs, queue
/// nodes, unused capacity of strings. The byte budget counts this size for each
/// message, so that the budget also limits the number of empty messages.
inline constexpr int64_t kMessageOverheadBytes = 2048;

/// One message in flight. `charge` is the part of the byte budget that the
/// message uses. This part is free again when the message is destroyed.
struct InFlight {
  AssignmentId assignment = kNoAssignment;
  /// The number of the message in its partition and assignment, from 0 without
  /// gaps. With Options::one_order, messages of all partitions are numbered
  /// together.
  uint64_t sequence = 0;
  // True if a child process must examine the message first, see crash_guard.h.
  bool suspect = false;
  bool passed = false;  // not a message, only an offset to commit, see Passed
  model::RawMessage message;
  Charge charge;
  // The time at which the previous thread passed the message on.
  std::chrono::steady_clock::time_point since{};

  std::vector<Outcome> outcomes{};  // set by extraction
  model::Hash128 digest{};          // set by extraction; see model::Delivery

  struct Verdict {
    model::Decision decision;
    int64_t log_offset = -1;
  };
  std::vector<Verdict> verdicts{};  // set by decide; one for each outcome

  /// The index of the outcome whose record the broker has rejected. The publish
  /// thread sets it and returns the message to the decide thread, which appends
  /// a retract for this outcome to the fingerprint log.
  std::optional<size_t> refused_outcome{};
};

/// The position up to which a fingerprint log was read.
struct LogPlace {
  model::Hash128 id;        // see model::GenesisEntry
  int64_t next_offset = 0;  // offset of the first entry that is not read
};

// Commands for the decide thread.

/// Appends a claim of each partition in `starts` to the fingerprint log. A
/// claim states that this worker takes the partition.
struct ClaimPartitions {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<CommittedPosition> starts;
};
/// Drops the remaining messages of `assignment` and of earlier assignments.
struct AssignmentOver {
  AssignmentId assignment;
  AbandonCause cause;
};
/// Reports that the group has committed `progress`. The decide thread appends a
/// CommitEntry for each partition in it. This command may arrive after the
/// assignment has ended. Another assignment may then have claimed the partition
/// already. In this case the CommitEntry has no effect.
struct Committed {
  AssignmentId assignment;
  model::AssignmentKey key;
  std::vector<Progress> progress;
};
/// Reports that the fingerprint log may have new entries.
struct LogReadable {};
using DecideCommand = std::variant<InFlight, ClaimPartitions, AssignmentOver,
                                   Committed, LogReadable>;

// Commands for the publish thread.

/// Fetches the committed offsets of the partitions.
struct BeginAssignment {
  AssignmentId assignment;
  Assigned assigned;
};
/// Commits `starts`. The decide thread sends this command after it has read its
/// own claims from the log. The coordinator accepts the commit only from the
/// worker that owns the partitions.
struct ConfirmAssignment {
  AssignmentId assignment;
  std::vector<Progress> starts;
  LogPlace log;
  /// The error to report if a claim is below the committed offset in the log.
  /// There are two possible causes. Somebody has set the group's offsets back.
  /// Or this worker is fenced and only has old offsets, which is no error. So
  /// the error is reported only after the coordinator has accepted the commit.
  std::optional<Error> rewound;
};
enum class Ending {
  // Commits the decided messages, and that the assignment ended in order.
  kCommit,
  // Commits only that the assignment ended in order, in one attempt.
  kDiscard,
  // Commits nothing, because other workers own the partitions already.
  kLost,
};
/// Ends the assignment. The answer is AssignmentClosed.
struct EndAssignment {
  AssignmentId assignment;
  Ending ending;
  bool ran;  // the assignment has started, so it may have read messages
  AbandonCause cause;
};
/// Makes the publish thread commit whenever its queue is empty, without waiting
/// for the commit interval. The effect lasts until the assignment ends.
struct CommitSoon {};
using PublishCommand =
    std::variant<InFlight, BeginAssignment, ConfirmAssignment, EndAssignment,
                 CommitSoon>;

// Answers to the intake thread.

/// Reports that the index has reached the end of the fingerprint log, so an
/// assignment may begin.
struct IndexReady {};
/// Reports that the coordinator has accepted a commit of the assignment, so
/// this worker owns the partitions that it has claimed. Intake starts the
/// assignment. But if `rewound` is set, intake stops the worker.
struct AssignmentConfirmed {
  AssignmentId assignment;
  std::vector<Progress> starts;
  std::optional<Error> rewound;
};
/// Reports that no item of the assignment can be published any more.
struct AssignmentClosed {
  AssignmentId assignment;
};
/// Reports that this worker does not own the partitions of the assignment any
/// more.
struct AssignmentFenced {
  AssignmentId assignment;
};
/// Reports that the worker has to stop because of `error`.
struct Stopped {
  Error error;
};
using IntakeNotice = std::variant<IndexReady, AssignmentConfirmed,
                                  AssignmentClosed, AssignmentFenced, Stopped>;

}  // namespace newsmill::pipeline
