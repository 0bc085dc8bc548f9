// Publishes decided messages. One transaction contains their articles,
// duplicates and dead letters, and their input offsets. If a transaction fails,
// the publisher fetches the group's committed offsets. These offsets show
// whether the transaction is committed, or whether another worker owns the
// partitions. If neither is true, the publisher tries again.
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
    kRetract,      // the broker rejects a record of the first message
    kFenced,       // another worker owns the partitions
    kInterrupted,  // assignment given up; the last commit may have succeeded
    kStopped,      // the worker has to stop: see stop_error()
  };

  struct Parts {
    Sink& sink;
    Observer& observer;
    dedup::Duplicates duplicates;
    bool provenance;
    /// Waits for the given time, or until the assignment is given up. Returns
    /// whether the assignment is given up.
    std::function<bool(std::chrono::milliseconds)> wait_or_interrupted;
  };
  explicit Publisher(Parts parts) : parts_(std::move(parts)) {}

  /// Fetches the committed offsets of the partitions.
  Result Begin(const Assigned& assigned);
  /// Commits `starts`, and increases the number of starts in their offset
  /// metadata (see crash_guard.h). The result kCommitted proves that the
  /// coordinator accepts this worker as the owner of the partitions.
  Result Confirm(const std::vector<Progress>& starts, const LogPlace& log);
  /// Return the committed position of each partition, in ascending order of
  /// partitions.
  std::vector<CommittedPosition> positions() const;
  std::vector<Progress> starts() const;

  /// Commits the messages of `batch` in order, and removes committed messages
  /// from `batch`. The result kRetract means that the broker rejects a record
  /// of the first message in `batch`, and would reject it again. Publish has
  /// replaced the outcome of this record by a dead letter.
  /// InFlight::refused_outcome is the index of this outcome.
  Result Publish(std::vector<InFlight>& batch);
  /// Commits that this assignment has ended in order: sets the number of starts
  /// to 0 in the offset metadata of each partition.
  Result Finish();
  /// Does the same as Finish, but in one attempt. Use this function for an
  /// assignment that has nothing else to commit. If `ran` is false, the
  /// assignment has read no message. Then the numbers of starts become the same
  /// as before Confirm.
  void TryFinish(bool ran);
  void Forget() { positions_.clear(); }
  /// If the last commit got no answer, finds out whether the commit has
  /// succeeded. Fetches the group's offsets in one attempt and reports the
  /// result. If the fetch also fails, the items of the commit count as
  /// abandoned with the cause kUnknown. Begin calls this function.
  void ResolveUndecided();

  const Error& stop_error() const { return stop_error_; }

 private:
  struct Origin {
    size_t message;
    size_t outcome;
  };
  /// A transaction, and the strings to which the views in the transaction
  /// refer.
  struct Assembly {
    Transaction transaction;
    std::vector<Origin> origins;  // for each element of transaction.messages
    std::deque<std::string> values;
    Commit commit;  // the event to report after the commit
  };
  enum class State {
    kNotCommitted,  // the group still has the earlier offsets
    kCommitted,     // the group has the offsets of the transaction
    kFenced,        // other offsets: the transaction is not committed
    kUnknown,       // other offsets: the transaction may be committed
  };
  /// The result of a transaction that was given up. If `undecided` is true, the
  /// transaction may be committed.
  struct GivenUp {
    Result result = Result::kInterrupted;
    bool undecided = false;
  };
  /// A commit without an answer. The items of the commit stay in flight until
  /// the group's committed offsets show whether the commit has succeeded.
  struct Undecided {
    Commit commit;
    std::map<int32_t, CommittedPosition> before;
  };

  Assembly Assemble(const std::vector<InFlight>& batch);
  void AddOutcome(Assembly& assembly, const InFlight& in_flight,
                  Origin origin) const;
  void AddRecord(Assembly& assembly, const InFlight& in_flight,
                 Origin origin) const;
  /// Publishes the messages before the index `refused`, and then the message
  /// with this index alone.
  Result PublishUpTo(std::vector<InFlight>& batch, size_t refused);
  /// Replaces the outcome whose record the broker has rejected by a dead
  /// letter. Returns false if the outcome is a dead letter already.
  static bool MakeDeadLetter(const PublishError& refusal, Outcome& outcome);
  /// Publishes the transaction. Tries again until the transaction is committed,
  /// or until an error shows that another attempt cannot help.
  std::expected<void, std::variant<GivenUp, PublishError>> PublishUntilKnown(
      const Transaction& transaction);
  /// Returns the transaction for Finish and TryFinish. The transaction contains
  /// only partitions whose number of starts must change.
  Transaction OrderlyEnd(bool ran) const;
  /// Fetches the group's offsets to find out whether a transaction without an
  /// answer is committed.
  std::expected<State, Result> FetchState(const Transaction& transaction);
  static State StateOf(const std::vector<Progress>& progress,
                       const std::map<int32_t, CommittedPosition>& before,
                       std::span<const CommittedPosition> fetched);
  std::expected<std::vector<CommittedPosition>, Result> RecoverAndFetch(
      std::span<const int32_t> partitions);
  /// Handles the failure of a call of the sink. If another attempt may help,
  /// waits and returns nothing. Otherwise returns the result of the operation.
  /// REQUIRES: `error` does not mean that the broker rejects a record.
  std::optional<Result> ActOn(const PublishError& error, int failures);
  /// ReportFailure reports a failed attempt to fetch offsets or to commit, and
  /// for how long all attempts have failed. ReportSuccess reports that an
  /// attempt has succeeded.
  void ReportFailure(const PublishError& error);
  void ReportSuccess();
  Result Stop(std::string message);
  void Advance(const std::vector<Progress>& progress);

  Parts parts_;
  std::string group_metadata_;
  std::map<int32_t, CommittedPosition> positions_;
  std::optional<Undecided> undecided_;  // kept until the next Begin
  std::optional<std::chrono::steady_clock::time_point> failing_since_;
  LogPlace log_;  // how far the log was read at the last decision
  /// The progress that Confirm has committed last, by partition. If this
  /// process later fetches the same progress, no worker has died since then. So
  /// Confirm does not increase the number of starts again.
  std::map<int32_t, Progress> own_starts_;
  // The numbers of starts before Confirm, by partition.
  std::map<int32_t, int32_t> starts_before_;
  Error stop_error_;
};

}  // namespace newsmill::pipeline
