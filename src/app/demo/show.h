// What `newsmill demo` prints: a line an outcome, and a table at the end.
#pragma once

#include <memory>
#include <string>

#include "newsmill/pipeline/sink.h"

namespace newsmill::app {

/// "→ original   Harbour bridge reopens …   Local, 2026-03-02" and its like.
/// `colours`: with the escape sequences of a terminal.
std::string LineOf(const pipeline::OutputMessage& message, bool colours);

/// Looks on while another sink publishes. Used by the publish thread alone.
class Watcher {
 public:
  virtual ~Watcher() = default;
  /// The transaction has committed.
  virtual void Published(const pipeline::Transaction& transaction) = 0;
};

/// `sink` with a watcher, which must outlive it.
std::unique_ptr<pipeline::Sink> Watched(std::unique_ptr<pipeline::Sink> sink,
                                        Watcher& watcher);

}  // namespace newsmill::app
