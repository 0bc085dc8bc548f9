// How to reach Kafka, and which topics.
#pragma once

#include <cstdint>
#include <map>
#include <string>

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
};

}  // namespace newsmill::kafka
