// Keeps a document that kills its worker from killing the fleet.
//
// The count of starts lives in the note that is committed with the offset, so
// any worker sees it, and no disk is needed:
//
//   start 1, 2        "starts=n"   the partition flows as always
//   start 3 and later "starts=n"   its messages go alone, each after a commit
//                                  of "trial=k" at its own offset
//   start at "trial=2"             that message killed two workers while
//                                  nothing else was in flight: it is `crashed`
//
// A commit that makes progress, and a session that ends in order, clear the
// note; a process that finds its own note again has not crashed, and does not
// count; nor does a partition in which no message waits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::pipeline {

/// Starts at the same offset from which on messages go alone.
inline constexpr int kStartsBeforeTrial = 3;
/// Trials that a message may survive by luck.
inline constexpr int kTrials = 2;
/// Messages that go alone before a partition is trusted again.
inline constexpr int kMessagesOnTrial = 256;

struct CrashNote {
  int starts = 0;
  int trials = 0;

  /// An unknown or empty note is that of a partition without trouble.
  static CrashNote Parse(std::string_view note);
  std::string ToString() const;
  /// `own`: the process that starts wrote this note itself, and is alive.
  CrashNote AtNextStart(bool own) const;

  bool AloneFromNowOn() const {
    return starts >= kStartsBeforeTrial || trials > 0;
  }
  bool Condemned() const { return trials >= kTrials; }
};

}  // namespace newsmill::pipeline
