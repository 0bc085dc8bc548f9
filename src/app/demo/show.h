// Formats the output of `newsmill demo`, and reports the published messages to
// a Watcher.
#pragma once

#include <memory>
#include <string>

#include "newsmill/pipeline/sink.h"

namespace newsmill::app {

/// Returns a line such as "→ original   Harbour bridge reopens …   Local,
/// 2026-03-02". If `colours` is true, the line contains escape sequences for
/// colours.
std::string LineOf(const pipeline::OutputMessage& message, bool colours);

/// Receives each committed transaction from the sink that Watched returns. Only
/// the publish thread calls Published.
class Watcher {
 public:
  virtual ~Watcher() = default;
  /// Called after `transaction` is committed.
  virtual void Published(const pipeline::Transaction& transaction) = 0;
};

/// Returns a sink that passes each transaction to `sink`, and reports committed
/// transactions to `watcher`. `watcher` must outlive the returned sink.
std::unique_ptr<pipeline::Sink> Watched(std::unique_ptr<pipeline::Sink> sink,
                                        Watcher& watcher);

}  // namespace newsmill::app
