#include "client.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "properties.h"

namespace newsmill::kafka {
namespace {

// The consumer fetches messages in advance and keeps them in a queue. This is
// the maximum size of the queue.
constexpr int64_t kPrefetchKiB = 16384;
constexpr int64_t kLeastPrefetchKiB = 1024;

pipeline::Severity SeverityOf(int syslog_level) {
  // Errors of librdkafka are only warnings here, because librdkafka repairs
  // many of them by itself. If an error stops the pipeline, the pipeline
  // reports an error of its own.
  if (syslog_level <= 4) return pipeline::Severity::kWarning;
  if (syslog_level <= 6) return pipeline::Severity::kInfo;
  return pipeline::Severity::kDebug;
}

void ForwardLog(const rd_kafka_t* client, int level, const char* facility,
                const char* text) {
  auto* observer = static_cast<pipeline::Observer*>(rd_kafka_opaque(client));
  ReportClientLog(*observer, client, level, facility, text);
}

void DropLog(const rd_kafka_t*, int, const char*, const char*) {}

}  // namespace

void ReportClientLog(pipeline::Observer& observer, const rd_kafka_t* client,
                     int level, const char* facility, const char* text) {
  observer.On(pipeline::Notice{
      SeverityOf(level),
      fmt::format("{}: {}: {}", rd_kafka_name(client), facility, text)});
}

std::string LibraryVersion() { return rd_kafka_version_str(); }

std::expected<ConfHandle, Error> MakeConf(
    ClientKind kind, const Options& options, pipeline::Observer* observer,
    std::initializer_list<Setting> defaults,
    std::initializer_list<Setting> fixed) {
  ConfHandle conf(rd_kafka_conf_new());
  rd_kafka_conf_set_opaque(conf.get(), observer);
  rd_kafka_conf_set_log_cb(conf.get(),
                           observer == nullptr ? &DropLog : &ForwardLog);
  // librdkafka waits up to 10 s by default before it connects again to a broker
  // that was unreachable. A worker would notice late that the broker is back.
  std::vector<Setting> settings{{"reconnect.backoff.max.ms", "1000"},
                                {"socket.nagle.disable", "true"}};
  settings.insert(settings.end(), defaults);
  for (const auto& [name, value] : options.properties) {
    if (IsKnownTo(kind, name)) settings.emplace_back(name, value);
  }
  settings.insert(settings.end(), fixed);
  settings.emplace_back("bootstrap.servers", options.brokers);
  for (const auto& [name, value] : settings) {
    if (const auto set = SetProperty(conf.get(), name, value); !set) {
      return std::unexpected(Error{
          fmt::format("kafka.properties.{}: {}", name, set.error().message)});
    }
  }
  return conf;
}

std::expected<ConfHandle, Error> MakeConsumerConf(
    const Options& options, pipeline::Observer* observer) {
  // librdkafka applies queued.max.messages.kbytes to each queue. Usually one
  // queue contains the messages of all partitions. If a replay reads a range,
  // each partition has its own queue, so each queue gets a part of the size.
  const bool ranged = !options.reading.empty();
  const int64_t queue_kib =
      ranged ? std::max<int64_t>(
                   kPrefetchKiB / static_cast<int64_t>(options.reading.size()),
                   kLeastPrefetchKiB)
             : kPrefetchKiB;
  auto conf =
      MakeConf(ClientKind::kConsumer, options, observer,
               {{"client.id", "newsmill"},
                {"session.timeout.ms", "15000"},
                {"max.poll.interval.ms", "60000"},
                {"queued.max.messages.kbytes", std::to_string(queue_kib)},
                {"partition.assignment.strategy", "range,roundrobin"},
                // When partitions are added to the topic, the consumer finds
                // them within this time.
                {"topic.metadata.refresh.interval.ms", "30000"}},
               {{"group.id", options.group},
                {"enable.auto.commit", "false"},
                {"enable.auto.offset.store", "false"},
                {"isolation.level", "read_committed"},
                // newsmill sets the offset at which each partition starts. If
                // this offset does not exist any more, the consumer must report
                // an error. newsmill then fetches the committed offsets again.
                // A silent reset to another offset would duplicate or lose
                // messages.
                {"auto.offset.reset", "error"},
                // The consumer reports when it has reached the end of a
                // partition. It also does so if the last offsets are commit
                // markers, which are not delivered.
                {"enable.partition.eof", "true"}});
  if (conf && !options.instance_id.empty()) {
    rd_kafka_conf_set(conf->get(), "group.instance.id",
                      options.instance_id.c_str(), nullptr, 0);
  }
  return conf;
}

std::expected<ConfHandle, Error> MakeProducerConf(
    const Options& options, const std::string& transactional_id,
    pipeline::Observer* observer) {
  return MakeConf(ClientKind::kProducer, options, observer,
                  {{"client.id", "newsmill"},
                   {"transaction.timeout.ms", "15000"},
                   {"linger.ms", "5"},
                   {"retry.backoff.ms", "10"},
                   {"compression.codec", "lz4"},
                   {"partitioner", "murmur2_random"},
                   {"message.max.bytes", "67108864"},
                   // A broker rejects a whole batch if the batch is too large.
                   // This size is below the default limit of brokers. A batch
                   // above this size contains only one record, so no other
                   // record is rejected with it.
                   {"batch.size", "900000"}},
                  {{"transactional.id", transactional_id},
                   {"enable.idempotence", "true"},
                   {"acks", "all"}});
}

std::expected<ClientHandle, Error> MakeClient(ClientKind kind,
                                              ConfHandle conf) {
  char reason[512];
  rd_kafka_t* client = rd_kafka_new(
      kind == ClientKind::kConsumer ? RD_KAFKA_CONSUMER : RD_KAFKA_PRODUCER,
      conf.get(), reason, sizeof(reason));
  if (client == nullptr) {
    return std::unexpected(
        Error{fmt::format("cannot create a Kafka client: {}", reason)});
  }
  (void)conf.release();  // the client owns it now
  return ClientHandle(client);
}

}  // namespace newsmill::kafka
