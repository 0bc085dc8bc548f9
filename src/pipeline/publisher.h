// Publishes decided messages: one transaction holds their records, duplicates,
// dead letters and input offsets. It is tried until the group's committed
// offsets show that it is committed, or that another worker owns the
// partitions.
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
    kRetract,      // the first message's record is refused for good: retract it
    kFenced,       // another worker owns the partitions
    kInterrupted,  // given up: the fate of the last transaction is unknown
    kStopped,      // the worker has to stop: see stop_error()
  };

  struct Parts {
    Sink& sink;
    Observer& observer;
    dedup::Duplicates duplicates;
    bool provenance;
    /// Waits that long, or until the assignment is given up. Returns whether it
    /// is given up.
    std::function<bool(std::chrono::milliseconds)> wait_or_interrupted;
  };
  explicit Publisher(Parts parts) : parts_(std::move(parts)) {}

  /// Fetches the committed offsets of the partitions.
  Result Begin(const Assigned& assigned);
  /// Commits `starts`, and counts this start in the offset metadata. kCommitted
  /// proves that the coordinator accepts this worker as the partitions' owner.
  Result Confirm(const std::vector<Progress>& starts, const LogPlace& log);
  /// Return the committed position of each partition, in ascending order.
  std::vector<CommittedPosition> positions() const;
  std::vector<Progress> starts() const;

  /// Commits the messages of `batch` in order, and removes those that are
  /// committed. kRetract: the first one left has a record that the broker
  /// refuses for good, see InFlight::refused_outcome; the record has become a
  /// dead letter.
  Result Publish(std::vector<InFlight>& batch);
  /// Commits that this assignment has ended in order: sets the counts of starts
  /// to 0.
  Result Finish();
  /// The same in one attempt, for an assignment that has nothing else to
  /// commit. Without `ran` (no message could flow) it restores the counts of
  /// starts that Confirm found.
  void TryFinish(bool ran);
  void Forget() { positions_.clear(); }
  /// Finds out in one attempt what became of a commit without an answer, and
  /// reports it. If that fails, too, its items count as abandoned, kUnknown.
  /// Begin calls it.
  void ResolveUndecided();

  const Error& stop_error() const { return stop_error_; }

 private:
  struct Origin {
    size_t message;
    size_t outcome;
  };
  /// A transaction and the strings that it views.
  struct Assembly {
    Transaction transaction;
    std::vector<Origin> origins;  // of transaction.messages, same order
    std::deque<std::string> values;
    Commit commit;  // to be reported once it is committed
  };
  enum class State {
    kNotCommitted,  // the group's offsets are those from before
    kCommitted,     // the group's offsets are those of the transaction
    kFenced,        // other offsets, which prove that it was not committed
    kUnknown,       // other offsets, which prove nothing
  };
  /// Why a transaction was given up. `undecided`: it may be committed.
  struct GivenUp {
    Result result = Result::kInterrupted;
    bool undecided = false;
  };
  /// A commit without an answer. Its items remain in flight until the group's
  /// committed offsets show what became of it.
  struct Undecided {
    Commit commit;
    std::map<int32_t, CommittedPosition> before;
  };

  Assembly Assemble(const std::vector<InFlight>& batch);
  void AddOutcome(Assembly& assembly, const InFlight& in_flight,
                  Origin origin) const;
  void AddRecord(Assembly& assembly, const InFlight& in_flight,
                 Origin origin) const;
  /// Publishes the messages before `refused`, then that message alone.
  Result PublishUpTo(std::vector<InFlight>& batch, size_t refused);
  /// Turns the refused record into a dead letter. Returns false if it is one
  /// already.
  static bool MakeDeadLetter(const PublishError& refusal, Outcome& outcome);
  /// Publishes until the transaction is committed, or until an error means that
  /// another attempt cannot help.
  std::expected<void, std::variant<GivenUp, PublishError>> PublishUntilKnown(
      const Transaction& transaction);
  /// Returns the transaction of Finish and TryFinish, without progress if there
  /// is nothing to change.
  Transaction OrderlyEnd(bool ran) const;
  /// Returns what became of a transaction whose Publish got no answer.
  std::expected<State, Result> FetchState(const Transaction& transaction);
  static State StateOf(const std::vector<Progress>& progress,
                       const std::map<int32_t, CommittedPosition>& before,
                       std::span<const CommittedPosition> fetched);
  std::expected<std::vector<CommittedPosition>, Result> RecoverAndFetch(
      std::span<const int32_t> partitions);
  /// Returns how to end after a failed call, or nothing, after a pause, if the
  /// call is to be tried again. Not for a refusal of content.
  std::optional<Result> ActOn(const PublishError& error, int failures);
  /// Report since when no attempt to fetch offsets or to commit has succeeded.
  void ReportFailure(const PublishError& error);
  void ReportSuccess();
  Result Stop(std::string message);
  void Advance(const std::vector<Progress>& progress);

  Parts parts_;
  std::string group_metadata_;
  std::map<int32_t, CommittedPosition> positions_;
  std::optional<Undecided> undecided_;  // until the next Begin
  std::optional<std::chrono::steady_clock::time_point> failing_since_;
  LogPlace log_;  // of the entries that decided what was published
  /// What Confirm has committed last. If this process fetches the same again,
  /// no worker has died since, so the start is not counted twice.
  std::map<int32_t, Progress> own_starts_;
  std::map<int32_t, int32_t> starts_before_;  // of this assignment
  Error stop_error_;
};

}  // namespace newsmill::pipeline
