// Options of the Kafka clients: brokers, group and topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "newsmill/model/log_entry.h"

namespace newsmill::kafka {

/// Where a group without committed offsets starts to read.
enum class Start { kEarliest, kLatest };

struct Topics {
  std::string raw = "news.raw";
  std::string articles = "news.articles";
  std::string duplicates = "news.duplicates";
  std::string dead_letters = "news.deadletters";
  std::string fingerprints = "news.fingerprints";
};

/// The clock that gives the time of entries in a fingerprint log.
enum class LogClock {
  kBroker,  // the broker's clock when it appended the entry
  kInput,   // the input's time (model::InputTimeOf), for a replay
};

/// The maximum rate at which a worker reads. 0 means no limit.
struct Rate {
  int64_t messages_per_second = 0;
  int64_t bytes_per_second = 0;
};

struct Options {
  std::string brokers = "localhost:9092";  // host:port, comma-separated
  std::string group = "newsmill";
  /// If `instance_id` is set, the worker has static membership and a stable
  /// transactional id. If it is empty, the worker has dynamic membership and a
  /// random transactional id.
  std::string instance_id;
  Start start = Start::kEarliest;
  /// Properties of librdkafka. Each client gets the properties that it knows.
  std::map<std::string, std::string> properties;
  /// True: the worker accepts topics that can lose data, for a laptop or a
  /// test.
  bool allow_unsafe_topics = false;
  Topics topics;

  // ---- Only for a replay, so not in the configuration file.

  /// The offsets of `topics.raw` that a replay reads. Of all partitions, the
  /// worker reads the oldest message first. Empty: the worker reads all
  /// messages, without an end.
  std::vector<model::PartitionRange> reading;
  LogClock log_clock = LogClock::kBroker;
  Rate rate;
};

}  // namespace newsmill::kafka
