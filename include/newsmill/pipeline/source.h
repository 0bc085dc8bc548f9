// The origin of messages: Kafka, files, or a test.
//
// An *assignment* is the time between two rebalances in which this worker has
// its partitions. A message that the worker reads in one assignment is never
// published in another assignment.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/progress.h"

namespace newsmill::pipeline {

/// This worker gets partitions. The pipeline answers with Source::Start.
struct Assigned {
  std::vector<int32_t> partitions;
  // Proves that this worker owns the partitions. Each transaction contains the
  // group metadata.
  std::string group_metadata;
};

/// This worker loses all its partitions. The pipeline answers with
/// Source::Release as soon as it can publish no more messages of these
/// partitions.
struct Revoked {
  bool lost = false;  // other workers own the partitions: publish nothing
};

/// The source has returned every message of the partition before `next_offset`.
/// The offsets between the last message and `next_offset` have no message. The
/// pipeline commits `next_offset` after the messages before `next_offset`.
struct Passed {
  int32_t partition = 0;
  int64_t next_offset = 0;
};

/// A finite source has returned its last message.
struct Exhausted {};

/// The source cannot continue. The pipeline stops with this error.
struct Failed {
  Error error;
};

/// An event of the source. std::monostate: nothing has happened.
using SourceEvent = std::variant<std::monostate, model::RawMessage, Assigned,
                                 Revoked, Passed, Exhausted, Failed>;

/// The origin of messages. Only the intake thread calls its functions. Poll
/// returns every error of the source as Failed. Calls must match this
/// expression, in which an event in brackets is the result of a Poll:
///   ( Poll* [Assigned] Start Poll* [Revoked] Release )*
///   Poll* ( [Assigned] Start Poll* )? Close
/// If Revoked comes before Start, the caller does not call Start.
class Source {
 public:
  virtual ~Source() = default;

  /// Returns the next event, or std::monostate if no event comes within
  /// `timeout`. Call Poll repeatedly, even if you want no messages, because
  /// Poll keeps the worker in its group. If `want_messages` is false, Poll
  /// takes no messages and returns soon.
  virtual SourceEvent Poll(bool want_messages,
                           std::chrono::milliseconds timeout) = 0;

  /// Starts the assignment. `starts` has one element for each assigned
  /// partition. After Start, Poll returns the messages of each partition from
  /// `next_offset` on. Does not wait. If Start fails, a later Poll returns the
  /// error.
  virtual void Start(std::span<const Progress> starts) = 0;

  /// Gives the revoked partitions back to the group.
  virtual void Release() = 0;

  /// Joins the group again, because this worker does not own its partitions any
  /// more. If an assignment is open, Poll then returns a Revoked in which
  /// `lost` is true.
  virtual void Rejoin() = 0;

  /// Leaves the group. The pipeline calls Close once, after the last assignment
  /// has ended.
  virtual void Close() = 0;
};

}  // namespace newsmill::pipeline
