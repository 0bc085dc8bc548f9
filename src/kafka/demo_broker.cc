#include "newsmill/kafka/demo_broker.h"

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <map>
#include <numeric>
#include <utility>

#include "client.h"
#include "fmt/format.h"
#include "handles.h"
#include "messages.h"
#include "watermarks.h"

namespace newsmill::kafka {
namespace {

constexpr int kTimeoutMs = 5000;

std::unexpected<Error> Fail(const std::string& what, rd_kafka_resp_err_t code) {
  return std::unexpected(Error{what + ": " + Describe(code)});
}

}  // namespace

class DemoBroker::Impl {
 public:
  explicit Impl(ClientHandle host) : host_(std::move(host)) {}

  void Remember(const std::string& topic, int partitions) {
    partitions_[topic] = partitions;
  }
  int partitions(const std::string& topic) const {
    const auto found = partitions_.find(topic);
    return found == partitions_.end() ? 0 : found->second;
  }

  rd_kafka_t* host() const { return host_.get(); }
  rd_kafka_mock_cluster_t* cluster() const {
    return rd_kafka_handle_mock_cluster(host_.get());
  }

 private:
  ClientHandle host_;                      // contains the mock cluster
  std::map<std::string, int> partitions_;  // by topic
};

DemoBroker::DemoBroker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DemoBroker::~DemoBroker() = default;

std::expected<std::unique_ptr<DemoBroker>, Error> DemoBroker::Start(
    const Topics& topics, int raw_partitions) {
  Options options;
  options.brokers = "mock";  // replaced by the mock cluster
  auto conf =
      MakeConf(ClientKind::kProducer, options, nullptr,
               {{"test.mock.num.brokers", "1"}, {"linger.ms", "0"}}, {});
  if (!conf) return std::unexpected(conf.error());
  auto host = MakeClient(ClientKind::kProducer, *std::move(conf));
  if (!host) return std::unexpected(host.error());
  auto impl = std::make_unique<Impl>(*std::move(host));

  const std::pair<std::string, int> wanted[] = {{topics.raw, raw_partitions},
                                                {topics.articles, 1},
                                                {topics.duplicates, 1},
                                                {topics.dead_letters, 1},
                                                {topics.fingerprints, 1}};
  for (const auto& [name, partitions] : wanted) {
    const rd_kafka_resp_err_t code = rd_kafka_mock_topic_create(
        impl->cluster(), name.c_str(), partitions, /*replication_factor=*/1);
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
      return Fail("cannot create " + name, code);
    }
    impl->Remember(name, partitions);
  }
  return std::unique_ptr<DemoBroker>(new DemoBroker(std::move(impl)));
}

std::string DemoBroker::brokers() const {
  return rd_kafka_mock_cluster_bootstraps(impl_->cluster());
}

std::expected<void, Error> DemoBroker::Produce(
    const std::string& topic, const model::RawMessage& message) {
  HeadersHandle headers = MakeHeaders(message.headers);
  const TopicHandle handle(
      rd_kafka_topic_new(impl_->host(), topic.c_str(), nullptr));
  const rd_kafka_resp_err_t code =
      ProduceCopy(impl_->host(), handle.get(), message.key, message.value,
                  headers, /*index=*/0);
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return Fail("cannot produce to " + topic, code);
  }
  const rd_kafka_resp_err_t flushed = rd_kafka_flush(impl_->host(), kTimeoutMs);
  if (flushed != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return Fail("cannot produce to " + topic, flushed);
  }
  return {};
}

std::expected<std::vector<model::RawMessage>, Error> DemoBroker::ReadAll(
    const std::string& topic) {
  Options options;
  options.brokers = brokers();
  auto conf = MakeConf(
      ClientKind::kConsumer, options, nullptr, {},
      {{"group.id", "newsmill-demo-reader"}, {"enable.auto.commit", "false"}});
  if (!conf) return std::unexpected(conf.error());
  auto reader = MakeClient(ClientKind::kConsumer, *std::move(conf));
  if (!reader) return std::unexpected(reader.error());

  std::vector<model::RawMessage> messages;
  const TopicHandle handle(
      rd_kafka_topic_new(reader->get(), topic.c_str(), nullptr));
  std::vector<int32_t> partitions(
      static_cast<size_t>(impl_->partitions(topic)));
  std::iota(partitions.begin(), partitions.end(), 0);
  const auto watermarks = FetchWatermarks(reader->get(), topic, partitions);
  if (!watermarks) return Fail("cannot read " + topic, watermarks.error());
  for (auto [partition, marks] : *watermarks) {
    auto [low, high] = marks;
    if (high <= low) continue;
    rd_kafka_consume_start(handle.get(), partition, low);
    while (low < high) {
      rd_kafka_message_t* message =
          rd_kafka_consume(handle.get(), partition, kTimeoutMs);
      if (message == nullptr) break;
      if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
        messages.push_back(CopyMessage(*message));
        low = message->offset + 1;
      }
      rd_kafka_message_destroy(message);
    }
    rd_kafka_consume_stop(handle.get(), partition);
  }
  return messages;
}

}  // namespace newsmill::kafka
