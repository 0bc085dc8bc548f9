// Options of the engine: threads, transactions, memory.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::pipeline {

struct Options {
  /// Extraction threads; 0: one a core.
  int32_t threads = 0;
  /// A transaction is committed at the latest this long after its first
  /// outcome.
  std::chrono::milliseconds commit_interval{500};
  /// … or when it holds so many messages or bytes.
  int64_t max_transaction_messages = 10'000;
  int64_t max_transaction_bytes = int64_t{16} << 20;
  /// On SIGTERM: time for what is in flight to be committed. The rest is left
  /// for the next worker.
  std::chrono::milliseconds drain_timeout{30'000};
  /// Messages between intake and commit, in bytes.
  int64_t max_in_flight_bytes = int64_t{256} << 20;
  /// Put messages into the log in the order in which the source gave them, over
  /// all partitions: then that order alone decides, whatever the threads do.
  /// Else the order holds within a partition, and no partition waits for
  /// another's slow message.
  bool one_order = false;
  /// Write `provenance` into records; `process` has no topic to name.
  bool provenance = true;
};

}  // namespace newsmill::pipeline
