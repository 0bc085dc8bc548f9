// Prevents a document that kills its worker from killing all workers of the
// fleet, one after another. Never turns a harmless document into a dead letter.
//
// The offset metadata counts the assignments that began at the same offset,
// since the last assignment that ended in order. Every worker can read this
// count from Kafka, so no disk is necessary. The count alone proves nothing,
// because workers are also killed from outside. From the third such assignment
// on, the next messages of the partition are suspects. The worker processes
// each suspect in a child process first. A suspect becomes a dead letter
// `crashed` only if the child dies of a signal that the child has raised
// itself, or exceeds its limits on memory or CPU time.
//
// The count becomes 0 when a commit makes progress, and when an assignment ends
// in order. An assignment is not counted in two cases. First, the worker
// fetches a count that it has written itself: the worker has not died since
// then. Second, there are no messages to read: no message can have killed a
// worker.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// If the count, including the running assignment, has at least this value, the
/// next messages are suspects.
inline constexpr int kStartsBeforeSuspicion = 3;
/// The number of messages that are suspects.
inline constexpr int kMostSuspects = 256;

inline bool IsSuspicious(const OffsetMetadata& metadata) {
  return metadata.starts >= kStartsBeforeSuspicion;
}

}  // namespace newsmill::pipeline
