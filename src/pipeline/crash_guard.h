// Prevents a document that kills its worker from killing the fleet. Never turns
// a healthy document into a dead letter.
//
// The offset metadata counts the assignments that began at an offset and did
// not end in order. So each worker sees the count, and no disk is needed. The
// count alone proves nothing, because workers are also killed from outside.
// From the third such start on, the next messages of the partition are
// suspects. Each suspect is processed in a child process first. It becomes a
// dead letter `crashed` only if the child dies of a signal that it raised
// itself, or reaches its limits.
//
// The count becomes 0 when a commit makes progress, and when an assignment ends
// in order. Two kinds of start do not count. If a process fetches the count
// that it has written itself, it has not died. If there were no messages, none
// can be the cause.
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
