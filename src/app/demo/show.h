// The output of `newsmill demo`: a line for each outcome, and a table at the
// end.
#pragma once

#include <memory>
#include <string>

#include "newsmill/pipeline/sink.h"

namespace newsmill::app {

/// Returns a line such as "→ original   Harbour bridge reopens …   Local,
/// 2026-03-02". If `colours` is true, uses the escape sequences of a terminal.
std::string LineOf(const pipeline::OutputMessage& message, bool colours);

/// Watches another sink publish. Only the publish thread uses it.
class Watcher {
 public:
  virtual ~Watcher() = default;
  /// Takes a transaction that has committed.
  virtual void Published(const pipeline::Transaction& transaction) = 0;
};

/// Returns a sink that publishes to `sink` and reports to the watcher. The
/// watcher must outlive the result.
std::unique_ptr<pipeline::Sink> Watched(std::unique_ptr<pipeline::Sink> sink,
                                        Watcher& watcher);

}  // namespace newsmill::app
