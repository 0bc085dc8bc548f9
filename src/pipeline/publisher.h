// Publishes what was decided: one transaction of records, duplicates, dead
// letters and input offsets, tried until the group's own offsets say that it
// is committed or that somebody else owns the partitions.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "in_flight.h"
#include "newsmill/dedup/options.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/sink.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::pipeline {

/// Not thread-safe: the publish thread owns it. Calls must match
///   ( Begin Confirm Publish* [Finish | TryFinish] Forget )*
class Publisher {
 public:
  enum class Result {
    kCommitted,
    kCondemned,    // the first message's record is refused for good: retract it
    kDeposed,      // somebody else owns the partitions
    kInterrupted,  // given up; what was not committed is not known
    kStopped,      // see stop_error()
  };

  struct Parts {
    Sink& sink;
    Observer& observer;
    dedup::Duplicates duplicates;
    bool provenance;
    /// Waits that long, less when the session is given up; true: give up.
    std::function<bool(std::chrono::milliseconds)> wait_or_interrupted;
  };
  explicit Publisher(Parts parts) : parts_(std::move(parts)) {}

  /// Fetches the progress of the partitions.
  Result Begin(const Assigned& assigned);
  /// Commits `starts`, with this start counted in the offset metadata:
  /// kCommitted proves that the group knows this session as the partitions'
  /// owner. `log`: how far the fingerprint log was read.
  Result Confirm(const std::vector<Progress>& starts, const LogPlace& log);
  /// Each partition's committed position.
  std::vector<Standing> standings() const;
  std::vector<Progress> starts() const;

  /// Commits `batch`, in the order given, and takes out what is committed. A
  /// record that is refused whatever is done has become a dead letter in it,
  /// see InFlight::condemned; its message and what follows are left.
  Result Publish(std::vector<InFlight>& batch);
  /// Commits that this session ends in order, where a start is counted.
  Result Finish();
  /// The same in one attempt, for a session that has nothing else to commit.
  /// `ran`: messages could flow; else the session changes no count of starts.
  void TryFinish(bool ran);
  void Forget() { standings_.clear(); }
  /// Asks once what became of a commit without an answer; without an answer to
  /// that either, nobody knows. Begin does so too.
  void TellFateOfUndecided();

  const Error& stop_error() const { return stop_error_; }

 private:
  struct Origin {
    size_t message;
    size_t outcome;
  };
  /// A transaction and the owners of what it views.
  struct Assembly {
    Transaction transaction;
    std::vector<Origin> origins;  // of transaction.messages, same order
    std::deque<std::string> values;
    Commit commit;  // to be told when it is one
  };
  enum class Fate {
    kOpen,       // the group stands where it stood
    kCommitted,  // … where the transaction leaves it
    kFenced,     // others have moved on, and it was not committed
    kForeign,    // … and nobody can tell
  };
  /// Why a transaction was given up. `undecided`: it may be committed.
  struct GivenUp {
    Result result = Result::kInterrupted;
    bool undecided = false;
  };
  /// A commit without an answer. Its items are in flight until the group's
  /// offsets tell.
  struct Undecided {
    Commit commit;
    std::map<int32_t, Standing> before;
  };

  Assembly Assemble(const std::vector<InFlight>& batch);
  void AddOutcome(Assembly& assembly, const InFlight& in_flight,
                  Origin origin) const;
  void AddRecord(Assembly& assembly, const InFlight& in_flight,
                 Origin origin) const;
  /// What stands before `refused`, then that message alone; both leave `batch`.
  Result PublishUpTo(std::vector<InFlight>& batch, size_t refused);
  /// Makes a dead letter of the refused record; false when it was one already.
  static bool Condemn(const PublishError& refusal, Outcome& outcome);
  /// Publishes until it is committed, or the error is not one to try again.
  std::expected<void, std::variant<GivenUp, PublishError>> Insist(
      const Transaction& transaction);
  /// Without the starts that are counted; empty where nothing changes.
  Transaction OrderlyEnd(bool ran) const;
  /// After a Publish that may or may not have committed.
  std::expected<Fate, Result> FindFate(const Transaction& transaction);
  static Fate FateOf(const std::vector<Progress>& progress,
                     const std::map<int32_t, Standing>& before,
                     std::span<const Standing> fetched);
  std::expected<std::vector<Standing>, Result> RecoverAndFetch(
      std::span<const int32_t> partitions);
  /// What to do about a failed call that is not about content: nothing when it
  /// is to be tried again, which it waits for.
  std::optional<Result> Settle(const PublishError& error, int failures);
  /// Tells the observer for how long nothing has succeeded.
  void NoteFailure(const PublishError& error);
  void NoteSuccess();
  Result Stop(std::string message);
  void Advance(const std::vector<Progress>& progress);

  Parts parts_;
  std::string membership_;
  std::map<int32_t, Standing> standings_;
  std::optional<Undecided> undecided_;  // until the next Begin
  std::optional<std::chrono::steady_clock::time_point> failing_since_;
  LogPlace log_;  // that decided what was published
  /// What this process committed last when a session began. If it is found
  /// again, nobody has died: its writer is alive.
  std::map<int32_t, Progress> own_starts_;
  std::map<int32_t, int32_t> starts_before_;  // of this session
  Error stop_error_;
};

}  // namespace newsmill::pipeline
