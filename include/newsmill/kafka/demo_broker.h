// An in-process broker for `newsmill demo`: librdkafka's mock cluster.
//
// It shows the flow and nothing more: it forgets offsets sent in a transaction
// and shows records of aborted ones. Claims about exactly-once are tested on
// Apache Kafka.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::kafka {

/// The broker runs as long as this lives. Not thread-safe.
class DemoBroker {
 public:
  /// With all of `topics`; news.raw gets `raw_partitions`, the others one.
  static std::expected<std::unique_ptr<DemoBroker>, Error> Start(
      const Topics& topics, int raw_partitions = 3);
  ~DemoBroker();
  DemoBroker(const DemoBroker&) = delete;
  DemoBroker& operator=(const DemoBroker&) = delete;

  std::string brokers() const;
  /// Key, value and headers of `message`; the partition by key.
  std::expected<void, Error> Produce(const std::string& topic,
                                     const model::RawMessage& message);
  /// Everything in the topic now, partition by partition.
  std::expected<std::vector<model::RawMessage>, Error> ReadAll(
      const std::string& topic);

 private:
  class Impl;
  explicit DemoBroker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::kafka
