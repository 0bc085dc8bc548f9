#include "client.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <vector>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::kafka {
namespace {

// What the consumer keeps of messages that nobody has asked for yet.
constexpr int64_t kPrefetchKiB = 16384;
constexpr int64_t kLeastPrefetchKiB = 1024;

/// Those that carry the guarantees, and which key says the same instead.
const std::map<std::string, std::string>& ReservedProperties() {
  static const std::map<std::string, std::string> kReserved = {
      {"transactional.id", "it follows from kafka.group and kafka.instance_id"},
      {"enable.idempotence", "exactly-once needs it on"},
      {"enable.auto.commit", "offsets are committed with the output"},
      {"auto.commit.enable", "offsets are committed with the output"},
      {"auto.commit.interval.ms", "see worker.commit_interval"},
      {"enable.auto.offset.store", "offsets are committed with the output"},
      {"offset.store.method", "offsets are committed with the output"},
      {"isolation.level", "exactly-once needs read_committed"},
      {"acks", "exactly-once needs all"},
      {"request.required.acks", "exactly-once needs all"},
      {"retries", "idempotence decides it"},
      {"message.send.max.retries", "idempotence decides it"},
      {"max.in.flight", "idempotence decides it"},
      {"max.in.flight.requests.per.connection", "idempotence decides it"},
      {"queuing.strategy", "idempotence decides it"},
      {"enable.gapless.guarantee", "a gap is an abort here"},
      {"delivery.report.only.error", "a failed record must be known"},
      {"enable.partition.eof", "the worker wants to be told"},
      {"auto.offset.reset", "set kafka.start"},
      {"group.id", "set kafka.group"},
      {"group.instance.id", "set kafka.instance_id"},
      {"bootstrap.servers", "set kafka.brokers"},
      {"metadata.broker.list", "set kafka.brokers"},
      {"plugin.library.paths", "code is not loaded by configuration"},
      {"enabled_events", "the worker chooses how it is told"},
  };
  return kReserved;
}

/// What librdkafka itself says of its properties: name → "C", "P" or "*".
const std::map<std::string, std::string>& KnownProperties() {
  static const std::map<std::string, std::string> kKnown = [] {
    std::map<std::string, std::string> properties;
    char* text = nullptr;
    size_t size = 0;
    FILE* stream = open_memstream(&text, &size);
    if (stream == nullptr) return properties;
    rd_kafka_conf_properties_show(stream);
    std::fclose(stream);
    std::istringstream lines(std::string(text, size));
    std::free(text);  // NOLINT: open_memstream's buffer is malloc's
    for (std::string line; std::getline(lines, line);) {
      std::istringstream columns(line);
      std::string name;
      std::string bar;
      std::string scope;
      columns >> name >> bar >> scope;
      if (bar == "|" && (scope == "C" || scope == "P" || scope == "*")) {
        properties[name] = scope;
      }
    }
    return properties;
  }();
  return kKnown;
}

bool Knows(ClientKind kind, const std::string& property) {
  const auto found = KnownProperties().find(property);
  if (found == KnownProperties().end()) return true;
  return found->second == "*" ||
         found->second == (kind == ClientKind::kConsumer ? "C" : "P");
}

std::expected<void, Error> Set(rd_kafka_conf_t* conf, std::string_view name,
                               const std::string& value) {
  char reason[512];
  const std::string property(name);
  if (rd_kafka_conf_set(conf, property.c_str(), value.c_str(), reason,
                        sizeof(reason)) == RD_KAFKA_CONF_OK) {
    return {};
  }
  // librdkafka repeats the value in its reason: never that of a secret.
  const bool may_quote = property.find("password") == std::string::npos &&
                         property.find("secret") == std::string::npos &&
                         property.find("pem") == std::string::npos &&
                         property.find("sasl") == std::string::npos;
  return std::unexpected(
      Error{may_quote ? std::string(reason) : "librdkafka refuses the value"});
}

pipeline::Severity SeverityOf(int syslog_level) {
  // What librdkafka calls an error it mends itself; a person needs to act only
  // where the pipeline stops, and then it says so.
  if (syslog_level <= 4) return pipeline::Severity::kWarning;
  if (syslog_level <= 6) return pipeline::Severity::kInfo;
  return pipeline::Severity::kDebug;
}

void ForwardLog(const rd_kafka_t* client, int level, const char* facility,
                const char* text) {
  auto* observer = static_cast<pipeline::Observer*>(rd_kafka_opaque(client));
  NoteClientLog(*observer, client, level, facility, text);
}

void DropLog(const rd_kafka_t*, int, const char*, const char*) {}

}  // namespace

void NoteClientLog(pipeline::Observer& observer, const rd_kafka_t* client,
                   int level, const char* facility, const char* text) {
  observer.Note(
      SeverityOf(level),
      fmt::format("{}: {}: {}", rd_kafka_name(client), facility, text));
}

std::string LibraryVersion() { return rd_kafka_version_str(); }

std::vector<PropertyError> CheckProperties(const Options& options) {
  std::vector<PropertyError> errors;
  const ConfHandle scratch(rd_kafka_conf_new());
  for (const auto& [name, value] : options.properties) {
    const auto reserved = ReservedProperties().find(name);
    if (reserved != ReservedProperties().end()) {
      errors.push_back({name, "cannot be set: " + reserved->second});
    } else if (name == "partition.assignment.strategy" &&
               value.find("cooperative") != std::string::npos) {
      errors.push_back({name,
                        "cannot be cooperative: every assignment is a "
                        "session of its own here; use range or "
                        "roundrobin"});
    } else if (name == "group.protocol" && value != "classic") {
      errors.push_back({name, "only classic is supported"});
    } else if (const auto set = Set(scratch.get(), name, value); !set) {
      errors.push_back({name, set.error().message});
    }
  }
  if (!errors.empty()) return errors;
  // Some contradict each other, or our own; only a client tells. It connects
  // to nothing before it is used.
  const auto try_client = [&](ClientKind kind, auto conf) {
    if (conf) {
      const auto client = MakeClient(kind, *std::move(conf));
      if (!client) errors.push_back({"", client.error().message});
    } else {
      errors.push_back({"", conf.error().message});
    }
  };
  try_client(ClientKind::kConsumer, MakeConsumerConf(options, nullptr));
  try_client(ClientKind::kProducer,
             MakeProducerConf(options, "newsmill-check", nullptr));
  return errors;
}

std::expected<ConfHandle, Error> MakeConf(
    ClientKind kind, const Options& options, pipeline::Observer* observer,
    std::initializer_list<Setting> defaults,
    std::initializer_list<Setting> fixed) {
  ConfHandle conf(rd_kafka_conf_new());
  rd_kafka_conf_set_opaque(conf.get(), observer);
  rd_kafka_conf_set_log_cb(conf.get(),
                           observer == nullptr ? &DropLog : &ForwardLog);
  std::vector<Setting> settings(defaults);
  for (const auto& [name, value] : options.properties) {
    if (Knows(kind, name)) settings.emplace_back(name, value);
  }
  settings.insert(settings.end(), fixed);
  settings.emplace_back("bootstrap.servers", options.brokers);
  for (const auto& [name, value] : settings) {
    if (const auto set = Set(conf.get(), name, value); !set) {
      return std::unexpected(Error{
          fmt::format("kafka.properties.{}: {}", name, set.error().message)});
    }
  }
  return conf;
}

std::expected<ConfHandle, Error> MakeConsumerConf(
    const Options& options, pipeline::Observer* observer) {
  // One queue holds the messages of all partitions. A range is read from a
  // queue a partition, and librdkafka bounds each; what comes last in it may be
  // no message, and then only the end of the partition says so.
  const bool ranged = !options.reading.empty();
  const int64_t queue_kib =
      ranged ? std::max<int64_t>(
                   kPrefetchKiB / static_cast<int64_t>(options.reading.size()),
                   kLeastPrefetchKiB)
             : kPrefetchKiB;
  auto conf = MakeConf(
      ClientKind::kConsumer, options, observer,
      {{"client.id", "newsmill"},
       {"session.timeout.ms", "15000"},
       {"max.poll.interval.ms", "60000"},
       {"queued.max.messages.kbytes", std::to_string(queue_kib)},
       {"partition.assignment.strategy", "range,roundrobin"},
       // Partitions that are added to the topic are found within this time.
       {"topic.metadata.refresh.interval.ms", "30000"},
       {"socket.nagle.disable", "true"}},
      {{"group.id", options.group},
       {"enable.auto.commit", "false"},
       {"enable.auto.offset.store", "false"},
       {"isolation.level", "read_committed"},
       // Sessions name their offsets. One that is not there is an error, and
       // the next session looks again: a silent reset would double or lose.
       {"auto.offset.reset", "error"},
       // So that one knows when nothing but commit markers is left.
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
                   // A broker refuses batches: below its default limit, one
                   // that is refused holds one record.
                   {"batch.size", "900000"},
                   {"socket.nagle.disable", "true"}},
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
