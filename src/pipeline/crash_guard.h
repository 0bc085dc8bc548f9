// Keeps a document that kills its worker from killing the fleet. Never turns a
// healthy document into a dead letter.
//
// The offset metadata counts the assignments that began at an offset and did
// not end in order. So each worker sees the count, and no disk is needed. The
// count alone proves nothing: workers are also killed from outside. From the
// third such start on, the next messages of the partition are suspects. Each is
// processed in a child process first. It becomes the dead letter `crashed` only
// if the child dies of a signal that it raised itself, or reaches its bounds.
//
// A commit that makes progress sets the count to 0, and so does an assignment
// that ends in order. A process that fetches the count that it has written
// itself has not died, so it does not count the start. Nor does a start without
// messages.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// After so many starts at the same offset the next messages are suspects.
inline constexpr int kStartsBeforeSuspicion = 3;
/// Number of suspects before a partition is trusted again.
inline constexpr int kMostSuspects = 256;

inline bool IsSuspicious(const OffsetMetadata& metadata) {
  return metadata.starts >= kStartsBeforeSuspicion;
}

}  // namespace newsmill::pipeline
