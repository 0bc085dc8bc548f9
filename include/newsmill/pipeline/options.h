// Options of the engine: threads, transactions, memory.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::pipeline {

struct Options {
  /// Number of extraction threads. 0: one for each core.
  int32_t threads = 0;
  /// A transaction is committed this long after its first message at the
  /// latest,
  std::chrono::milliseconds commit_interval{500};
  /// or as soon as it holds so many input messages or bytes.
  int64_t max_transaction_messages = 10'000;
  int64_t max_transaction_bytes = int64_t{16} << 20;
  /// Time that a drain gives messages in flight to be committed. The next
  /// worker processes the rest.
  std::chrono::milliseconds drain_timeout{30'000};
  /// The byte budget: memory of all messages between intake and commit.
  int64_t max_in_flight_bytes = int64_t{256} << 20;
  /// True: messages of all partitions enter the log in the order of the source,
  /// so that the decisions do not depend on the timing of threads. False: the
  /// order holds within each partition, and no partition waits for a slow
  /// message of another.
  bool one_order = false;
  /// Write `provenance` into records. `process` has no topic to name there.
  bool provenance = true;
};

}  // namespace newsmill::pipeline
