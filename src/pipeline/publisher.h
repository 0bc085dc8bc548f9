// Publishes decided messages. One transaction holds their records, duplicates,
// dead letters and input offsets. The publisher tries a transaction again until
// the group's committed offsets show that it is committed, or that another
// worker owns the partitions.
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

/// Commits transactions. Not thread-safe: the publish thread owns it. Calls
/// must match
///   ( Begin Confirm Publish* [Finish | TryFinish] Forget )*
class Publisher {
 public:
  enum class Result {
    kCommitted,
    kRetract,      // the broker rejects the first message's record for good
    kFenced,       // another worker owns the partitions
    kInterrupted,  // given up; the last commit may have succeeded
    kStopped,      // the worker has to stop: see stop_error()
  };

  struct Parts {
    Sink& sink;
    Observer& observer;
    dedup::Duplicates duplicates;
    bool provenance;
    /// Waits for the given time, or until the assignment is given up. Returns
    /// whether it is given up.
    std::function<bool(std::chrono::milliseconds)> wait_or_interrupted;
  };
  explicit Publisher(Parts parts) : parts_(std::move(parts)) {}

  /// Fetches the committed offsets of the partitions.
  Result Begin(const Assigned& assigned);
  /// Commits `starts`, and counts this start in the offset metadata. The result
  /// kCommitted proves that the coordinator accepts this worker as the owner of
  /// the partitions.
  Result Confirm(const std::vector<Progress>& starts, const LogPlace& log);
  /// Return the committed position of each partition, in ascending order.
  std::vector<CommittedPosition> positions() const;
  std::vector<Progress> starts() const;

  /// Commits the messages of `batch` in order, and removes the committed ones.
  /// The result kRetract means: the broker rejects a record of the first
  /// remaining message for good, see InFlight::refused_outcome. The record has
  /// become a dead letter.
  Result Publish(std::vector<InFlight>& batch);
  /// Commits that this assignment has ended in order: sets the numbers of
  /// starts to 0.
  Result Finish();
  /// Does the same as Finish, but in one attempt, for an assignment that has
  /// nothing else to commit. If `ran` is false (no message could flow),
  /// restores the numbers of starts that Confirm found.
  void TryFinish(bool ran);
  void Forget() { positions_.clear(); }
  /// Finds out in one attempt whether a commit without an answer has succeeded,
  /// and reports the result. If the attempt fails, too, its items count as
  /// abandoned with the cause kUnknown. Begin calls it.
  void ResolveUndecided();

  const Error& stop_error() const { return stop_error_; }

 private:
  struct Origin {
    size_t message;
    size_t outcome;
  };
  /// A transaction and the strings that its views refer to.
  struct Assembly {
    Transaction transaction;
    std::vector<Origin> origins;  // for each element of transaction.messages
    std::deque<std::string> values;
    Commit commit;  // report it after the transaction is committed
  };
  enum class State {
    kNotCommitted,  // the group has the offsets from before the transaction
    kCommitted,     // the group has the offsets of the transaction
    kFenced,        // the group has other offsets: certainly not committed
    kUnknown,       // the group has other offsets, which prove nothing
  };
  /// A transaction that was given up, and the reason. If `undecided` is true,
  /// it may be committed.
  struct GivenUp {
    Result result = Result::kInterrupted;
    bool undecided = false;
  };
  /// A commit without an answer. Its items stay in flight until the group's
  /// committed offsets show whether it has succeeded.
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
  /// Turns the rejected record into a dead letter. Returns false if it is a
  /// dead letter already.
  static bool MakeDeadLetter(const PublishError& refusal, Outcome& outcome);
  /// Publishes again until the transaction is committed, or until an error
  /// means that another attempt cannot help.
  std::expected<void, std::variant<GivenUp, PublishError>> PublishUntilKnown(
      const Transaction& transaction);
  /// Returns the transaction for Finish and TryFinish. The transaction has no
  /// progress if there is nothing to change.
  Transaction OrderlyEnd(bool ran) const;
  /// Returns the state of a transaction after its Publish got no answer.
  std::expected<State, Result> FetchState(const Transaction& transaction);
  static State StateOf(const std::vector<Progress>& progress,
                       const std::map<int32_t, CommittedPosition>& before,
                       std::span<const CommittedPosition> fetched);
  std::expected<std::vector<CommittedPosition>, Result> RecoverAndFetch(
      std::span<const int32_t> partitions);
  /// Returns the result of an operation that a failed call has ended. If
  /// another attempt makes sense, pauses and returns nothing. REQUIRES: the
  /// failure is not rejected content.
  std::optional<Result> ActOn(const PublishError& error, int failures);
  /// ReportFailure reports that attempts to fetch offsets or to commit fail,
  /// and for how long. ReportSuccess reports that an attempt has succeeded
  /// again.
  void ReportFailure(const PublishError& error);
  void ReportSuccess();
  Result Stop(std::string message);
  void Advance(const std::vector<Progress>& progress);

  Parts parts_;
  std::string group_metadata_;
  std::map<int32_t, CommittedPosition> positions_;
  std::optional<Undecided> undecided_;  // kept until the next Begin
  std::optional<std::chrono::steady_clock::time_point> failing_since_;
  LogPlace log_;  // position of the log at the last decision
  /// The progress that Confirm has committed last. If this process fetches the
  /// same progress again, no worker has died since, so the start is not counted
  /// twice.
  std::map<int32_t, Progress> own_starts_;
  std::map<int32_t, int32_t> starts_before_;  // of this assignment
  Error stop_error_;
};

}  // namespace newsmill::pipeline
