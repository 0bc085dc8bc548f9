// Options of the engine: threads, transactions, memory.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::pipeline {

struct Options {
  /// Number of extraction threads. 0: one for each core.
  int32_t threads = 0;
  /// The maximum time from the first message of a transaction to the commit of
  /// the transaction.
  std::chrono::milliseconds commit_interval{500};
  /// A transaction is committed earlier if it contains this number of input
  /// messages or bytes.
  int64_t max_transaction_messages = 10'000;
  int64_t max_transaction_bytes = int64_t{16} << 20;
  /// The maximum duration of a drain. In a drain, a worker reads no more
  /// messages and commits the messages in flight. The next worker processes the
  /// messages that are not committed.
  std::chrono::milliseconds drain_timeout{30'000};
  /// The byte budget: the maximum number of bytes of all messages between
  /// intake and commit.
  int64_t max_in_flight_bytes = int64_t{256} << 20;
  /// True: the fingerprints of all partitions enter the fingerprint log in the
  /// order in which the source returned the messages. So decisions do not
  /// depend on the timing of threads. False: only the order within each
  /// partition is kept. So no partition waits for a slow message of another
  /// partition.
  bool one_order = false;
  /// True: records contain `provenance`. `newsmill process` sets this option to
  /// false, because its documents do not come from a topic.
  bool provenance = true;
};

}  // namespace newsmill::pipeline
