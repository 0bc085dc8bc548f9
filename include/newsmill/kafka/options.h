// How to reach Kafka, and which topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "newsmill/model/log_entry.h"

namespace newsmill::kafka {

/// Where a group without committed offsets begins.
enum class Start { kEarliest, kLatest };

struct Topics {
  std::string raw = "news.raw";
  std::string articles = "news.articles";
  std::string duplicates = "news.duplicates";
  std::string dead_letters = "news.deadletters";
  std::string fingerprints = "news.fingerprints";
};

/// What the time of the fingerprint log is.
enum class LogClock {
  kBroker,  // when it appended the entry
  kInput,   // the input's own, see model::InputTimeOf: of a replay
};

/// How fast a worker may read; 0: no bound.
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
  /// librdkafka properties, for every client that knows them.
  std::map<std::string, std::string> properties;
  /// Accepts topics that can lose data (a laptop, a test).
  bool allow_unsafe_topics = false;
  Topics topics;

  // ---- of a replay; not in the configuration

  /// Only these offsets of `topics.raw` are read, the oldest message of all
  /// partitions first. Empty: everything, without an end.
  std::vector<model::PartitionRange> reading;
  LogClock log_clock = LogClock::kBroker;
  Rate rate;
};

}  // namespace newsmill::kafka
