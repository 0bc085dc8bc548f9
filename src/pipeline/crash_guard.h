// Keeps a document that kills its worker from killing the fleet, and never
// condemns a document that does not.
//
// The offset metadata counts the assignments that began at an offset and did
// not end in order, so any worker sees the count, and no disk is needed. The
// count alone proves nothing: workers are also stopped and killed from outside.
// From the third such start on, the partition's next messages are suspects.
// Each is processed in a child process first. Only a suspect whose child dies
// of a signal that it raised itself, or at its bounds, becomes the dead letter
// `crashed`.
//
// A commit that makes progress, and an assignment that ends in order, set the
// count to 0. A process that finds its own count has not died, and does not
// count again. Nor does a partition without waiting messages.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// Starts at the same offset from which on messages are suspects.
inline constexpr int kStartsBeforeSuspicion = 3;
/// Messages that are suspects before a partition is trusted again.
inline constexpr int kMostSuspects = 256;

inline bool IsSuspicious(const OffsetMetadata& metadata) {
  return metadata.starts >= kStartsBeforeSuspicion;
}

}  // namespace newsmill::pipeline
