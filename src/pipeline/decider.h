// The decide thread: puts each partition's messages back in order, appends
// their fingerprints to the log, and decides when it reads its own entries.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <map>

#include "channels.h"
#include "in_flight.h"
#include "in_order.h"
#include "newsmill/base/error.h"
#include "newsmill/dedup/index.h"
#include "newsmill/pipeline/io.h"

namespace newsmill::pipeline {

/// Owns the index: no lock. Appends in offset order within a partition, so its
/// own entries come back in the order of `awaiting_`.
class Decider {
 public:
  Decider(Channels& channels, FingerprintLog& log, Observer& observer)
      : channels_(channels), log_(log), observer_(observer) {}

  /// Returns when the queue to_decide is closed and empty.
  void RunDecideLoop();

 private:
  void On(InFlight in_flight);
  void On(SessionOver over);
  std::expected<void, Error> AppendAll(const InFlight& in_flight);
  void ReadLog();
  void Decide(const LogRecord& record);
  void ForwardDecided();
  void Abandon(const InFlight& in_flight, AbandonCause cause);

  Channels& channels_;
  FingerprintLog& log_;
  Observer& observer_;
  dedup::Index index_;
  std::map<int32_t, InOrder<InFlight>> windows_;
  std::deque<InFlight> awaiting_;  // appended, not all of it read back
};

}  // namespace newsmill::pipeline
