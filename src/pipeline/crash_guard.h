// Prevents a document that kills its worker from killing all workers of the
// fleet, one after another. Never turns a harmless document into a dead letter.
//
// The offset metadata counts the assignments that began at an offset and did
// not end in order. So each worker can read the count, and needs no disk. The
// count alone proves nothing, because workers are also killed from outside.
// From the third such assignment on, the next messages of the partition are
// suspects. Each suspect is processed in a child process first. A suspect
// becomes a dead letter `crashed` only if the child dies of a signal that it
// has raised itself, or exceeds its limits on memory or CPU time.
//
// The count becomes 0 when a commit makes progress, and when an assignment ends
// in order. An assignment is not counted in two cases. First, if the worker
// fetches a count that it has written itself: the worker has not died since
// then. Second, if there are no messages: no message can have killed a worker.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// If this many assignments in a row began at the same offset and did not end
/// in order, the next messages are suspects.
inline constexpr int kStartsBeforeSuspicion = 3;
/// This many messages are suspects. The messages after them are not.
inline constexpr int kMostSuspects = 256;

inline bool IsSuspicious(const OffsetMetadata& metadata) {
  return metadata.starts >= kStartsBeforeSuspicion;
}

}  // namespace newsmill::pipeline
