// Prevents a document that kills its worker from killing the fleet. Never turns
// a healthy document into a dead letter.
//
// The offset metadata counts the assignments that began at an offset and did
// not end in order. So each worker sees the count, and no disk is needed. The
// count alone proves nothing, because workers are also killed from outside.
// From the third such start on, the next messages of the partition are
// suspects. Each suspect is processed in a child process first. A suspect
// becomes a dead letter `crashed` only if the child dies of a signal that it
// raised itself, or reaches its limits.
//
// The count becomes 0 when a commit makes progress, and when an assignment ends
// in order. Two kinds of start do not count. A process that fetches the count
// that it has written itself has not died since. An assignment without messages
// cannot have met a message that kills a worker.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// After this many starts at the same offset, the next messages are suspects.
inline constexpr int kStartsBeforeSuspicion = 3;
/// The number of suspects before a partition is trusted again.
inline constexpr int kMostSuspects = 256;

inline bool IsSuspicious(const OffsetMetadata& metadata) {
  return metadata.starts >= kStartsBeforeSuspicion;
}

}  // namespace newsmill::pipeline
