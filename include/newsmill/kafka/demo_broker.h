// The broker of `newsmill demo`. It runs in the same process and is a mock
// cluster of librdkafka.
//
// The demo broker does not support exactly-once. The demo broker forgets
// offsets that are sent in a transaction. Consumers also get the records of
// aborted transactions. So the tests of exactly-once use Apache Kafka.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::kafka {

/// A broker that runs until the object is destroyed. Not thread-safe.
class DemoBroker {
 public:
  /// Starts a broker with all of `topics`. `topics.raw` gets `raw_partitions`
  /// partitions. Each other topic gets one partition.
  static std::expected<std::unique_ptr<DemoBroker>, Error> Start(
      const Topics& topics, int raw_partitions = 3);
  ~DemoBroker();
  DemoBroker(const DemoBroker&) = delete;
  DemoBroker& operator=(const DemoBroker&) = delete;

  std::string brokers() const;
  /// Writes the key, value and headers of `message` to `topic`. The key
  /// determines the partition.
  std::expected<void, Error> Produce(const std::string& topic,
                                     const model::RawMessage& message);
  /// Returns all messages in `topic`: the messages of partition 0, then the
  /// messages of partition 1, and so on.
  std::expected<std::vector<model::RawMessage>, Error> ReadAll(
      const std::string& topic);

 private:
  class Impl;
  explicit DemoBroker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::kafka
