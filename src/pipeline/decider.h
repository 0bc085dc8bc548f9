// The decide thread: puts each partition's messages back in order, appends
// their fingerprints to the log, and decides when it reads its own entries.
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

/// Owns the index: no lock. A session begins by claiming its partitions. Once
/// the claims are read back, what earlier sessions left undecided is known, and
/// nothing that they still append counts. A claim can be late, of a worker that
/// was deposed meanwhile: so publish commits once before messages flow, which
/// the group refuses to such a one. Entries are appended in offset order within
/// a partition, so our own come back in the order of `awaiting_`.
class Decider {
 public:
  /// `one_order`: see Options.
  Decider(Channels& channels, FingerprintLog& log, LogTerms terms,
          Observer& observer, bool one_order)
      : channels_(channels),
        observer_(observer),
        one_order_(one_order),
        follower_(log, std::move(terms)) {}

  /// Returns when the queue to_decide is closed and empty.
  void RunDecideLoop();

 private:
  /// An entry of ours that must be read before the message goes on.
  struct Step {
    model::Delivery delivery;
    std::optional<size_t> outcome;  // which it decides; none: a retract
  };
  /// A message whose entries are appended, in the order of `steps`.
  struct Awaiting {
    InFlight in_flight;
    std::vector<Step> steps;
    size_t next_step = 0;
  };
  /// A claim below what the log knows as committed.
  struct Rewind {
    int32_t partition = 0;
    int64_t next_offset = 0;
    int64_t committed_offset = 0;
  };
  struct Session {
    SessionId id = kNoSession;
    model::SessionKey key = 0;
    std::vector<Progress> starts;
    /// Each partition's committed offset, once its claim is read.
    std::map<int32_t, int64_t> committed;
    std::vector<Rewind> rewinds;  // claims that were refused
  };

  void On(InFlight in_flight);
  void On(const ClaimSession& claim);
  void On(const SessionOver& over);
  void On(const Committed& committed);
  void On(LogReadable) {}

  /// Where a partition begins that the group has no offset of.
  Progress StartOf(const Standing& standing) const;
  void ConfirmIfClaimed();
  bool IsBusy(int32_t partition) const;
  void Await(InFlight in_flight);
  std::vector<Step> StepsOf(const InFlight& in_flight) const;
  model::FingerprintEntry EntryOf(const InFlight& in_flight,
                                  const Step& step) const;
  void ReadLog();
  void ReadEntries();
  void Take(const LogFollower::Taken& taken);
  void OnClaim(const model::ClaimEntry& claim, dedup::Effect effect);
  void OnStep(const model::Delivery& delivery, bool decides,
              const dedup::Applied& applied);
  void ForwardDecided();
  void Follow(const LogError& error);
  std::optional<Error> WhyRewound() const;
  void Stop(Error error);
  void Depose();
  void EndSession(AbandonCause cause);
  void Abandon(const InFlight& in_flight, AbandonCause cause);

  Channels& channels_;
  Observer& observer_;
  const bool one_order_;
  LogFollower follower_;
  bool told_ready_ = false;
  bool stopped_ = false;
  SessionId over_ = kNoSession;  // this and earlier ones have ended
  std::optional<Session> session_;
  std::map<int32_t, InOrder<InFlight>> windows_;  // by partition, or one
  std::deque<Awaiting> awaiting_;
  std::map<int32_t, int64_t> told_;  // committed offsets that the log has
};

}  // namespace newsmill::pipeline
