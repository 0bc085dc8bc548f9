// Runs the decide thread. The thread puts the messages of each partition back
// in order and appends their fingerprints to the fingerprint log. It decides an
// article when it reads the entry of the article from the log.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "channels.h"
#include "in_flight.h"
#include "in_order.h"
#include "log_follower.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::pipeline {

/// Decides messages. Owns the index, so the index needs no lock.
///
/// At the beginning of an assignment, the worker appends a claim of each
/// partition to the log. After a claim, all workers ignore the entries of
/// earlier assignments of the partition. So when the worker has read its own
/// claims, it has read everything that earlier assignments have decided. But
/// the worker may have been fenced before its claims reached the log. Therefore
/// the publish thread makes a commit before the first message is read. The
/// coordinator rejects this commit if the worker is fenced.
///
/// Within a partition, entries are appended in offset order, so the worker
/// reads its own entries in the order of `awaiting_`.
///
/// Entries have the version of the fingerprints that is in force when they are
/// appended. When the worker reads rules with another version, its entries
/// after these rules have no effect. It appends them again in the new version.
class Decider {
 public:
  /// Makes a decider. For `one_order` see Options.
  Decider(Channels& channels, FingerprintLog& log, LogTerms terms,
          Observer& observer, bool one_order)
      : channels_(channels),
        observer_(observer),
        one_order_(one_order),
        follower_(log, std::move(terms)) {}

  /// Opens the log, then handles commands. Returns when the queue to_decide is
  /// closed and empty.
  void RunDecideLoop();

  // These functions are the steps of RunDecideLoop. Tests without threads call
  // them directly.
  void OpenLog();
  void Handle(DecideCommand command);

 private:
  /// An entry that was appended for a message. The worker must read all entries
  /// of the message from the log before the message goes to the publish thread.
  struct Step {
    model::Delivery delivery;
    std::optional<size_t> outcome;  // nothing if the entry is a retract
  };
  /// A message whose entries are appended. The worker has not read all these
  /// entries from the log yet.
  struct Awaiting {
    InFlight in_flight;
    std::vector<Step> steps;
    size_t next_step = 0;
  };
  /// A claim at an offset below the partition's committed offset in the log.
  struct Rewind {
    int32_t partition = 0;
    int64_t next_offset = 0;
    int64_t committed_offset = 0;
  };
  struct Assignment {
    AssignmentId id = kNoAssignment;
    model::AssignmentKey key = 0;
    std::vector<Progress> starts;
    /// The committed offset of each partition with a claim that the worker has
    /// read from the log.
    std::map<int32_t, int64_t> committed;
    std::vector<Rewind> rewinds;  // own claims that are rewinds
  };

  void On(InFlight in_flight);
  void On(const ClaimPartitions& claim);
  void On(const AssignmentOver& over);
  void On(const Committed& committed);
  void On(LogReadable) {}

  /// Returns the offset at which the assignment starts to read the partition,
  /// with the offset metadata.
  Progress StartOf(const CommittedPosition& position) const;
  void ConfirmIfClaimed();
  bool IsBusy(int32_t partition) const;
  void Await(InFlight in_flight);
  /// Appends the entries of the message that are not read yet.
  std::expected<void, LogError> AppendSteps(const Awaiting& awaiting);
  /// Appends entries again if another version of the fingerprints is in force.
  void FollowVersion();
  std::vector<Step> StepsOf(const InFlight& in_flight) const;
  model::FingerprintEntry EntryOf(const InFlight& in_flight,
                                  const Step& step) const;
  void ReadLog();
  void ReadEntries();
  void ReportCaughtUp();
  void Take(const LogFollower::Taken& taken);
  /// Writes a mark if it is due, and this worker has written `entry`.
  void WriteMarkAfter(const model::LogEntry& entry);
  void OnClaim(const model::ClaimEntry& claim, dedup::Effect effect);
  void OnStep(const model::Delivery& delivery, bool decides,
              const dedup::Applied& applied);
  void ForwardDecided();
  void ActOn(const LogError& error);
  std::optional<Error> WhyRewound() const;
  void Stop(Error error);
  void GiveUpAssignment();
  void EndAssignment(AbandonCause cause);
  void Abandon(const InFlight& in_flight, AbandonCause cause);

  Channels& channels_;
  Observer& observer_;
  const bool one_order_;
  LogFollower follower_;
  bool reported_caught_up_ = false;
  // The version of the fingerprints in `awaiting_`. 0: none was in force yet.
  uint16_t version_ = 0;
  bool stopped_ = false;
  // The last assignment that has ended. All earlier assignments have ended,
  // too.
  AssignmentId ended_ = kNoAssignment;
  std::optional<Assignment> assignment_;
  // Each window puts the messages of one partition in order. With
  // Options::one_order, there is one window for all partitions.
  std::map<int32_t, InOrder<InFlight>> windows_;
  std::deque<Awaiting> awaiting_;
  std::map<int32_t, int64_t> logged_commits_;  // committed offsets in the log
};

}  // namespace newsmill::pipeline
