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

using SessionId = uint64_t;
inline constexpr SessionId kNoSession = 0;

/// Memory that a message costs besides its bytes: structs, queue nodes,
/// strings' slack. Charged with each, so that empty messages are bounded too.
inline constexpr int64_t kMessageOverheadBytes = 2048;

/// One message from admission to commit. It carries its charge, so the budget
/// is released wherever it is dropped.
struct InFlight {
  SessionId session = kNoSession;
  /// In its partition and session, or with Options::one_order in its session;
  /// from 0, no gaps.
  uint64_t sequence = 0;
  bool suspect = false;  // examined before it is processed: see crash_guard.h
  bool passed = false;   // no message: only its offset is committed, see Passed
  model::RawMessage message;
  Charge charge;
  std::chrono::steady_clock::time_point since{};  // its last step was done

  std::vector<Outcome> outcomes{};  // set by extraction
  model::Hash128 digest{};          // set by extraction; see model::Delivery

  struct Verdict {
    model::Decision decision;
    int64_t log_offset = -1;
  };
  std::vector<Verdict> verdicts{};  // set by decide; one an outcome

  /// Set by publish: the outcome whose record was refused after it was decided.
  /// The message goes back to decide, which retracts it in the log.
  std::optional<size_t> condemned{};
};

/// Which fingerprint log, and the offset before which it was read.
struct LogPlace {
  model::Hash128 id;
  int64_t next_offset = 0;
};

// ---- to the decide thread

/// Claim the partitions in the log; then the session is ready.
struct ClaimSession {
  SessionId session;
  model::SessionKey key;
  std::vector<Standing> starts;
};
/// Drop what is left of that session and those before it.
struct SessionOver {
  SessionId session;
  AbandonCause cause;
};
/// Comes for a session that has ended, too: the log says which counts.
struct Committed {
  SessionId session;
  model::SessionKey key;
  std::vector<Progress> progress;
};
/// The log may have new entries.
struct LogReadable {};
using DecideCommand =
    std::variant<InFlight, ClaimSession, SessionOver, Committed, LogReadable>;

// ---- to the publish thread

struct BeginSession {
  SessionId session;
  Assigned assigned;
};
/// The session's claims are read, up to that place of the log. Commit once at
/// `starts`: the coordinator refuses that unless the session is live.
struct ConfirmSession {
  SessionId session;
  std::vector<Progress> starts;
  LogPlace log;
  /// Why the log refuses a claim: the group's offsets were set back. Only a
  /// live session can know that, so it waits for the commit.
  std::optional<Error> rewound;
};
enum class Ending {
  kCommit,   // commit what is decided, and that the session ended in order
  kDiscard,  // commit only that, if it succeeds at once
  kLost,     // commit nothing: others own the partitions already
};
struct EndSession {
  SessionId session;
  Ending ending;
  bool ran;  // messages could flow
  AbandonCause cause;
};
/// Until the session ends: commit as soon as nothing more is decided.
struct Hurry {};
using PublishCommand =
    std::variant<InFlight, BeginSession, ConfirmSession, EndSession, Hurry>;

// ---- back to the intake thread

/// The index has caught up with the log: a session may begin.
struct IndexReady {};
/// The group's coordinator takes commits of the session, so this worker owns
/// what it has claimed: begin at `starts`, or stop if the offsets were set
/// back.
struct SessionConfirmed {
  SessionId session;
  std::vector<Progress> starts;
  std::optional<Error> rewound;
};
struct SessionEnded {
  SessionId session;
};
/// This worker was found not to own its partitions any more.
struct SessionDeposed {
  SessionId session;
};
struct Stopped {
  Error error;
};
using IntakeNotice = std::variant<IndexReady, SessionConfirmed, SessionEnded,
                                  SessionDeposed, Stopped>;

}  // namespace newsmill::pipeline
