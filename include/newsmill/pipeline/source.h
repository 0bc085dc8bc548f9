// Where messages come from: Kafka, files, or a test.
//
// An *assignment* is the time between two rebalances in which this worker has
// its partitions. What was admitted in one assignment is never published in
// another.
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
  std::string
      group_metadata;  // proof of ownership, to travel with the outcomes
};

/// This worker loses all its partitions. The pipeline answers with
/// Source::Release as soon as it can publish nothing of them any more.
struct Revoked {
  bool lost = false;  // other workers own them already: publish nothing more
};

/// The source has given every message of the partition before `next_offset`.
/// The offsets between the last message and `next_offset` have no message. The
/// pipeline commits `next_offset` after those messages.
struct Passed {
  int32_t partition = 0;
  int64_t next_offset = 0;
};

/// A finite source has given its last message.
struct Exhausted {};

/// The source cannot go on. The pipeline stops with this error.
struct Failed {
  Error error;
};

/// std::monostate: nothing has happened.
using SourceEvent = std::variant<std::monostate, model::RawMessage, Assigned,
                                 Revoked, Passed, Exhausted, Failed>;

/// Only the intake thread calls it. Errors come out of Poll as Failed. Calls
/// must match
///   ( Poll* [Assigned] Start Poll* [Revoked] Release )*
///   Poll* ( [Assigned] Start Poll* )? Close
/// A Revoked may come before Start; then Start is left out.
class Source {
 public:
  virtual ~Source() = default;

  /// Returns the next event, or std::monostate after `timeout` without one.
  /// Must be called all the time, since it keeps the worker in its group. With
  /// `want_messages` false it returns at once and leaves messages where they
  /// are.
  virtual SourceEvent Poll(bool want_messages,
                           std::chrono::milliseconds timeout) = 0;

  /// Begins the assignment. From now on Poll gives messages, from `next_offset`
  /// of each partition on. `starts` has one element for each partition that was
  /// assigned. Does not wait; an error comes out of Poll.
  virtual void Start(std::span<const Progress> starts) = 0;

  /// Gives the revoked partitions back to the group.
  virtual void Release() = 0;

  /// Joins the group anew, because this worker does not own its partitions any
  /// more. Poll then gives a Revoked with `lost` for an open assignment.
  virtual void Rejoin() = 0;

  /// Leaves the group. Called once, after the last assignment has ended.
  virtual void Close() = 0;
};

}  // namespace newsmill::pipeline
