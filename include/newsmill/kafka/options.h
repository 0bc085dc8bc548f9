// Options of the Kafka clients: brokers, group and topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "newsmill/model/log_entry.h"

namespace newsmill::kafka {

/// The position at which a consumer group without committed offsets starts to
/// read.
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
  kBroker,  // the time when the broker appended the entry
  kInput,   // the time of the input (model::InputTimeOf), for a replay
};

/// The maximum rate at which a worker reads messages. 0 means no limit.
struct Rate {
  int64_t messages_per_second = 0;
  int64_t bytes_per_second = 0;
};

struct Options {
  std::string brokers = "localhost:9092";  // host:port, comma-separated
  std::string group = "newsmill";
  /// If `instance_id` is set, the worker has static membership and a stable
  /// transactional id. If `instance_id` is empty, the worker has dynamic
  /// membership and a random transactional id.
  std::string instance_id;
  Start start = Start::kEarliest;
  /// Properties of librdkafka. Each consumer and each producer gets only the
  /// properties that apply to it.
  std::map<std::string, std::string> properties;
  /// True: the worker accepts topics that can lose data. Set this option only
  /// on a laptop or in a test.
  bool allow_unsafe_topics = false;
  Topics topics;

  // The options below are only for a replay. The configuration file does
  // not contain them.

  /// The offsets of `topics.raw` that a replay reads. The worker compares the
  /// next messages of its partitions and reads the oldest of them first. Empty:
  /// this is not a replay, and the worker reads all messages.
  std::vector<model::PartitionRange> reading;
  LogClock log_clock = LogClock::kBroker;
  Rate rate;
};

}  // namespace newsmill::kafka
