#include "log_writer.h"

#include <chrono>
#include <utility>

#include "client.h"
#include "denial.h"
#include "fmt/format.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogError;
using Clock = std::chrono::steady_clock;

constexpr int32_t kPartition = 0;
// If the producer's queue stays full for this time, Append fails. The worker
// then begins a new assignment.
constexpr std::chrono::seconds kMostFull{10};
constexpr int kCloseTimeoutMs = 2000;
constexpr int kLookForRoomMs = 5;
constexpr int kOnlyEmergencies = 0;  // a log level of syslog

std::expected<ConfHandle, Error> MakeWriterConf(const Options& options,
                                                pipeline::Observer& observer) {
  return MakeConf(ClientKind::kProducer, options, &observer,
                  {{"client.id", "newsmill-log"},
                   {"linger.ms", "2"},
                   {"retry.backoff.ms", "10"},
                   // Compression would save only 8 % (lz4), because
                   // fingerprints are hashes.
                   {"compression.codec", "none"},
                   // This limit is high, because worker.max_in_flight_bytes
                   // already limits the number of entries in the queue.
                   {"queue.buffering.max.messages", "1000000"},
                   {"batch.size", "900000"},
                   // The time-out is short, because a broker that hangs would
                   // otherwise delay every worker for long.
                   {"socket.timeout.ms", "10000"}},
                  {{"enable.idempotence", "true"},
                   {"acks", "all"},
                   {"message.timeout.ms", "0"},
                   // The producer reports only failures. The worker learns that
                   // an entry was written when it reads the entry from the log.
                   {"delivery.report.only.error", "true"}});
}

}  // namespace

std::expected<LogWriter::Producer, Error> LogWriter::MakeProducer(
    const Options& options, pipeline::Observer& observer) {
  auto conf = MakeWriterConf(options, observer);
  if (!conf) return std::unexpected(conf.error());
  rd_kafka_conf_set_events(conf->get(),
                           RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR);
  auto client = MakeClient(ClientKind::kProducer, *std::move(conf));
  if (!client) return std::unexpected(client.error());
  Producer producer;
  producer.client = *std::move(client);
  producer.topic.reset(rd_kafka_topic_new(
      producer.client.get(), options.topics.fingerprints.c_str(), nullptr));
  producer.reports.reset(rd_kafka_queue_get_main(producer.client.get()));
  return producer;
}

std::expected<std::unique_ptr<LogWriter>, Error> LogWriter::Make(
    const Options& options, pipeline::Observer& observer) {
  auto producer = MakeProducer(options, observer);
  if (!producer) return std::unexpected(producer.error());
  return std::unique_ptr<LogWriter>(
      new LogWriter(options, observer, *std::move(producer)));
}

LogWriter::LogWriter(Options options, pipeline::Observer& observer,
                     Producer producer)
    : options_(std::move(options)),
      observer_(observer),
      producer_(std::move(producer)) {}

LogWriter::~LogWriter() { Close(); }

void LogWriter::Close() {
  // Waits at most two seconds, so that the entries about the last commits reach
  // the log.
  if (producer_.client) rd_kafka_flush(producer_.client.get(), kCloseTimeoutMs);
  Retire(std::exchange(producer_, {}));
}

void LogWriter::Listen(std::function<void()> reported) {
  reported_ = std::move(reported);
  rd_kafka_queue_cb_event_enable(producer_.reports.get(), &OnReport, this);
}

void LogWriter::OnReport(rd_kafka_t* /*client*/, void* writer) {
  auto* self = static_cast<LogWriter*>(writer);
  self->has_reports_.store(true);
  self->reported_();
}

std::expected<void, LogError> LogWriter::Append(std::string_view bytes) {
  if (auto served = Serve(); !served) return served;
  const auto deadline = Clock::now() + kMostFull;
  while (true) {
    const rd_kafka_resp_err_t code = Produce(bytes);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) return {};
    if (code == RD_KAFKA_RESP_ERR__FATAL) {
      return std::unexpected(GiveUp(FatalFailure()));
    }
    if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL || Clock::now() >= deadline) {
      return std::unexpected(GiveUp({code, Describe(code)}));
    }
    if (auto served = ServeFor(kLookForRoomMs); !served) return served;
  }
}

rd_kafka_resp_err_t LogWriter::Produce(std::string_view bytes) {
  // NOLINTNEXTLINE(*-const-cast): RD_KAFKA_MSG_F_COPY only reads
  auto* payload = const_cast<char*>(bytes.data());
  const int produced = rd_kafka_produce(
      producer_.topic.get(), kPartition, RD_KAFKA_MSG_F_COPY, payload,
      bytes.size(), /*key=*/nullptr, /*keylen=*/0, /*msg_opaque=*/nullptr);
  return produced == 0 ? RD_KAFKA_RESP_ERR_NO_ERROR : rd_kafka_last_error();
}

std::expected<void, LogError> LogWriter::Serve() {
  if (!has_reports_.load(std::memory_order_relaxed)) return {};
  has_reports_.store(false);
  return ServeFor(0);
}

std::expected<void, LogError> LogWriter::ServeFor(int first_wait_ms) {
  int wait_ms = first_wait_ms;
  while (const EventHandle event{
      rd_kafka_queue_poll(producer_.reports.get(), wait_ms)}) {
    wait_ms = 0;
    if (const auto failure = FailureIn(event.get())) {
      return std::unexpected(GiveUp(*failure));
    }
  }
  return {};
}

std::optional<LogWriter::Failure> LogWriter::FailureIn(
    rd_kafka_event_t* event) {
  if (rd_kafka_event_type(event) == RD_KAFKA_EVENT_DR) {
    while (const rd_kafka_message_t* message =
               rd_kafka_event_message_next(event)) {
      if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return Failure{message->err, Describe(message->err)};
      }
    }
  } else if (rd_kafka_event_type(event) == RD_KAFKA_EVENT_ERROR) {
    const rd_kafka_resp_err_t code = rd_kafka_event_error(event);
    if (rd_kafka_event_error_is_fatal(event) != 0 ||
        code == RD_KAFKA_RESP_ERR__FATAL) {
      return FatalFailure();
    }
    // librdkafka repairs other errors by itself, and logs them.
    if (NeedsOperator(code)) {
      return Failure{code, fmt::format("{}: {}", rd_kafka_err2name(code),
                                       rd_kafka_event_error_string(event))};
    }
  }
  return std::nullopt;
}

LogWriter::Failure LogWriter::FatalFailure() {
  char reason[512] = "";
  const rd_kafka_resp_err_t code =
      rd_kafka_fatal_error(producer_.client.get(), reason, sizeof(reason));
  return {code, fmt::format("{}: {}", rd_kafka_err2name(code), reason)};
}

LogError LogWriter::GiveUp(const Failure& failure) {
  const std::string& name = options_.topics.fingerprints;
  if (failure.code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
    return {.what = TopicNotAllowed(options_, failure.code, name, "append to",
                                    "WRITE")};
  }
  if (NeedsOperator(failure.code)) {
    return {.what = fmt::format("not allowed to append to {}: {}", name,
                                failure.what)};
  }
  if (ContentRefused(failure.code)) {
    return {.what = fmt::format(
                "the broker refuses entries for {} ({}); set max.message.bytes "
                "of the topic to 1000000 or more, and batch.size in "
                "kafka.properties to a smaller value",
                name, failure.what)};
  }
  // librdkafka reports this error if the producer has not found the topic for
  // 30 s.
  if (failure.code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
    return {.what = fmt::format(
                "{} does not exist ({}): restore it, or start again with "
                "another kafka.group and another topics.fingerprints",
                name, failure.what)};
  }
  if (const auto replaced = Replace(); !replaced) {
    return {.what = replaced.error().message};
  }
  return {.appends_lost = true,
          .what = fmt::format("entries that were appended to {} may be lost, "
                              "so the worker uses a new producer: {}",
                              name, failure.what)};
}

std::expected<void, Error> LogWriter::Replace() {
  Retire(std::exchange(producer_, {}));
  auto producer = MakeProducer(options_, observer_);
  if (!producer) return std::unexpected(producer.error());
  producer_ = *std::move(producer);
  rd_kafka_queue_cb_event_enable(producer_.reports.get(), &OnReport, this);
  // Reports may have arrived before the callback was set.
  has_reports_.store(true);
  return {};
}

/// Destroys the old producer. First drops the entries that this producer has
/// not sent yet. Otherwise many of these entries could reach the log after the
/// entries of the new producer. Does not wait until the threads of the old
/// producer have ended: only the destructor of LogWriter waits for them.
void LogWriter::Retire(Producer producer) {
  if (!producer.client) return;
  // librdkafka holds the queue's lock while it runs the callback. This call
  // takes the same lock, so no callback runs after this call.
  rd_kafka_queue_cb_event_enable(producer.reports.get(), nullptr, nullptr);
  // Otherwise the old client would log a warning about the messages that it
  // drops.
  rd_kafka_set_log_level(producer.client.get(), kOnlyEmergencies);
  rd_kafka_purge(producer.client.get(), RD_KAFKA_PURGE_F_QUEUE |
                                            RD_KAFKA_PURGE_F_INFLIGHT |
                                            RD_KAFKA_PURGE_F_NON_BLOCKING);
  std::erase_if(reapers_, [](const std::future<void>& reaper) {
    return reaper.wait_for(std::chrono::seconds(0)) ==
           std::future_status::ready;
  });
  reapers_.push_back(
      std::async(std::launch::async, [old = std::move(producer)]() mutable {
        const Producer last = std::move(old);
      }));
}

}  // namespace newsmill::kafka
