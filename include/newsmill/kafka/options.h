// Options of the Kafka clients: brokers, group and topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "newsmill/model/log_entry.h"

namespace newsmill::kafka {

/// Where a group without committed offsets begins to read.
enum class Start { kEarliest, kLatest };

struct Topics {
  std::string raw = "news.raw";
  std::string articles = "news.articles";
  std::string duplicates = "news.duplicates";
  std::string dead_letters = "news.deadletters";
  std::string fingerprints = "news.fingerprints";
};

/// Where the time of a fingerprint log comes from.
enum class LogClock {
  kBroker,  // the broker's clock, when it appended the entry
  kInput,   // the input, see model::InputTimeOf: for a replay
};

/// The rate at which a worker may read. 0: no limit.
struct Rate {
  int64_t messages_per_second = 0;
  int64_t bytes_per_second = 0;
};

struct Options {
  std::string brokers = "localhost:9092";  // host:port, comma-separated
  std::string group = "newsmill";
  /// Set: static membership and a stable transactional id. Unset: dynamic
  /// membership and a random transactional id.
  std::string instance_id;
  Start start = Start::kEarliest;
  /// Properties of librdkafka. Each client gets those that it knows.
  std::map<std::string, std::string> properties;
  /// Accepts topics that can lose data: for a laptop or a test.
  bool allow_unsafe_topics = false;
  Topics topics;

  // ---- for a replay; not in the configuration file

  /// The offsets of `topics.raw` to read. The oldest message of all partitions
  /// comes first. Empty: read all messages, without an end.
  std::vector<model::PartitionRange> reading;
  LogClock log_clock = LogClock::kBroker;
  Rate rate;
};

}  // namespace newsmill::kafka
