#include "log_reader.h"

#include <array>
#include <string_view>
#include <utility>

#include "client.h"
#include "denial.h"
#include "fmt/format.h"
#include "newsmill/base/check.h"
#include "newsmill/model/identity.h"
#include "newsmill/output/log_entry.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;
using pipeline::Severity;
using std::chrono::milliseconds;

constexpr int32_t kPartition = 0;
constexpr milliseconds kOpenTimeout{30'000};
// The maximum time to wait until a new leader of the partition knows the end
// offset of the log.
constexpr milliseconds kEndTimeout{10'000};
constexpr int kAskAgainMs = 200;
// The maximum number of messages that are taken from librdkafka's queue at
// once. The number is small, because each taken message keeps its whole fetch
// buffer in memory.
constexpr size_t kBatch = 256;
// The minimum time between two equal warnings.
constexpr milliseconds kWarnInterval{10'000};

std::expected<ConfHandle, Error> MakeReaderConf(const Options& options,
                                                pipeline::Observer& observer) {
  auto conf = MakeConf(ClientKind::kConsumer, options, &observer,
                       {{"client.id", "newsmill-log"},
                        // This client has no group, so it does not use this
                        // property. But librdkafka requires that
                        // session.timeout.ms is not above max.poll.interval.ms.
                        // Both properties have the same values for the consumer
                        // of topics.raw.
                        {"session.timeout.ms", "15000"},
                        {"max.poll.interval.ms", "60000"},
                        // librdkafka before 2.2 fetches nothing for a second
                        // after its queue was full. So the queue holds what a
                        // worker that starts applies in more than a second.
                        {"queued.min.messages", "1000000"},
                        {"queued.max.messages.kbytes", "131072"},
                        {"fetch.error.backoff.ms", "50"},
                        // The time-out is short, because a broker that hangs
                        // would otherwise delay every worker for long.
                        {"socket.timeout.ms", "10000"},
                        {"check.crcs", "true"}},
                       {{"isolation.level", "read_uncommitted"},
                        {"enable.auto.commit", "false"},
                        {"enable.auto.offset.store", "false"},
                        {"auto.offset.reset", "error"},
                        {"enable.partition.eof", "false"}});
  if (conf && !options.properties.contains("fetch.queue.backoff.ms")) {
    // librdkafka before 2.2 does not know this property and returns an error,
    // which is ignored.
    rd_kafka_conf_set(conf->get(), "fetch.queue.backoff.ms", "10", nullptr, 0);
  }
  return conf;
}

/// Returns whether this error means that an entry can never be read. In this
/// case the worker must stop. Otherwise it would skip an entry that other
/// workers have read.
bool IsUnreadable(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR__BAD_MSG ||
         code == RD_KAFKA_RESP_ERR__BAD_COMPRESSION ||
         code == RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED ||
         code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE;
}

LogRecord RecordOf(const rd_kafka_message_t& message) {
  const std::string_view bytes(static_cast<const char*>(message.payload),
                               message.payload == nullptr ? 0 : message.len);
  rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
  return {.offset = message.offset,
          .time_ms = rd_kafka_message_timestamp(&message, &type),
          .hash = model::HashOf(bytes).low,
          .bytes = static_cast<int64_t>(bytes.size()),
          .entry = output::DecodeLogEntry(bytes)};
}

}  // namespace

std::expected<std::unique_ptr<LogReader>, Error> LogReader::Make(
    const Options& options, pipeline::Observer& observer) {
  auto conf = MakeReaderConf(options, observer);
  if (!conf) return std::unexpected(conf.error());
  auto client = MakeClient(ClientKind::kConsumer, *std::move(conf));
  if (!client) return std::unexpected(client.error());
  return std::unique_ptr<LogReader>(
      new LogReader(options, observer, *std::move(client)));
}

LogReader::LogReader(const Options& options, pipeline::Observer& observer,
                     ClientHandle client)
    : options_(options),
      name_(options.topics.fingerprints),
      observer_(observer),
      client_(std::move(client)),
      topic_(rd_kafka_topic_new(client_.get(), name_.c_str(), nullptr)) {}

LogReader::~LogReader() { Close(); }

void LogReader::Close() { Stop(); }

std::expected<LogBounds, Error> LogReader::Open(std::function<void()> readable,
                                                int64_t least_end) {
  const auto watermarks = AwaitWatermarks(least_end);
  if (!watermarks) return std::unexpected(watermarks.error());
  readable_ = std::move(readable);
  if (const auto started = Start(watermarks->low); !started) {
    return std::unexpected(started.error());
  }
  observer_.On(pipeline::LogStartSeen{watermarks->low});
  observer_.On(pipeline::LogEndSeen{watermarks->high});
  return LogBounds{.first = watermarks->low, .end = watermarks->high};
}

std::expected<void, LogError> LogReader::ReadFrom(int64_t offset) {
  NEWSMILL_CHECK(offset >= 0);
  Stop();
  if (const auto started = Start(offset); !started) {
    return std::unexpected(LogError{.what = started.error().message});
  }
  return {};
}

/// Uses a new queue each time. So messages that were fetched for an earlier
/// place are not returned, and the first message for the new place calls
/// `readable_`: librdkafka calls it only when an empty queue gets a message.
/// (rd_kafka_seek would keep the queue. If it does not wait, it reports no
/// failure.)
std::expected<void, Error> LogReader::Start(int64_t offset) {
  QueueHandle fetched(rd_kafka_queue_new(client_.get()));
  rd_kafka_queue_cb_event_enable(
      fetched.get(),
      [](rd_kafka_t*, void* call) {
        (*static_cast<std::function<void()>*>(call))();
      },
      &readable_);
  if (rd_kafka_consume_start_queue(topic_.get(), kPartition, offset,
                                   fetched.get()) != 0) {
    return std::unexpected(Error{fmt::format("cannot read {}: {}", name_,
                                             Describe(rd_kafka_last_error()))});
  }
  fetched_ = std::move(fetched);
  next_ = offset;
  return {};
}

void LogReader::Stop() {
  if (!fetched_) return;
  // librdkafka holds the queue's lock while it runs the callback. This call
  // takes the same lock, so no callback runs after this call.
  rd_kafka_queue_cb_event_enable(fetched_.get(), nullptr, nullptr);
  batch_.clear();
  coming_.reset();
  // Waits until librdkafka's main thread has stopped the fetches. The answer to
  // a fetch on the way has an older version, so librdkafka drops it.
  rd_kafka_consume_stop(topic_.get(), kPartition);
  fetched_.reset();
}

std::expected<Watermarks, Error> LogReader::AwaitWatermarks(int64_t least_end) {
  const auto begun_at = Clock::now();
  std::optional<Clock::time_point> low_since;
  while (true) {
    const auto watermarks =
        FetchWatermarks(client_.get(), name_, {{kPartition}});
    const auto now = Clock::now();
    if (watermarks) {
      const Watermarks& found = watermarks->at(kPartition);
      if (!low_since) low_since = now;
      const bool waited = now - *low_since >= kEndTimeout;
      if (found.high >= least_end || waited || interrupted_.load()) {
        return found;
      }
      WarnOnce(
          fmt::format("its end is offset {}, but the group has read it up to "
                      "offset {}; the worker asks the brokers again",
                      found.high, least_end));
    } else if (watermarks.error() ==
               RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
      return std::unexpected(Error{TopicNotAllowed(options_, watermarks.error(),
                                                   name_, "read", "READ")});
    } else if (NeedsOperator(watermarks.error()) ||
               now - begun_at >= kOpenTimeout || interrupted_.load()) {
      return std::unexpected(
          Error{fmt::format("cannot read the end of {}: {}", name_,
                            Describe(watermarks.error()))});
    } else {
      WarnOnce("cannot read its end yet: " + Describe(watermarks.error()));
    }
    rd_kafka_poll(client_.get(), kAskAgainMs);
  }
}

std::expected<std::optional<LogRecord>, LogError> LogReader::Next() {
  auto entry = std::exchange(coming_, std::nullopt);
  while (!entry && (!batch_.empty() || TakeFetched())) {
    entry = TakeEntry();
    if (entry || batch_.empty()) continue;
    const MessageHandle message = std::move(batch_.back());
    batch_.pop_back();
    if (auto error = ErrorOf(*message)) {
      return std::unexpected(*std::move(error));
    }
  }
  if (!entry) return std::nullopt;
  next_ = entry->offset + 1;
  coming_ = TakeEntry();
  return entry;
}

std::optional<LogRecord> LogReader::TakeEntry() {
  while (!batch_.empty() && batch_.back()->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
    const MessageHandle message = std::move(batch_.back());
    batch_.pop_back();
    if (message->offset >= next_) return RecordOf(*message);
  }
  return std::nullopt;
}

/// Takes fetched messages from librdkafka's queue. Returns false if the queue
/// was empty. librdkafka calls `readable` when an empty queue gets a message.
bool LogReader::TakeFetched() {
  if (!fetched_) return false;
  std::array<rd_kafka_message_t*, kBatch> taken;
  const ssize_t count = rd_kafka_consume_batch_queue(
      fetched_.get(), /*timeout_ms=*/0, taken.data(), taken.size());
  for (ssize_t i = count; i > 0; --i) {
    batch_.emplace_back(taken[static_cast<size_t>(i - 1)]);
  }
  if (count > 0) ReportEnd();
  return !batch_.empty();
}

void LogReader::ReportEnd() {
  int64_t low = RD_KAFKA_OFFSET_INVALID;
  int64_t high = RD_KAFKA_OFFSET_INVALID;
  rd_kafka_get_watermark_offsets(client_.get(), name_.c_str(), kPartition, &low,
                                 &high);
  if (high >= 0) observer_.On(pipeline::LogEndSeen{high});
}

std::optional<LogError> LogReader::ErrorOf(const rd_kafka_message_t& message) {
  const rd_kafka_resp_err_t code = message.err;
  const std::string what = fmt::format("{}: {}", rd_kafka_err2name(code),
                                       rd_kafka_message_errstr(&message));
  if (code == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET ||
      code == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE) {
    return ErrorOfMissing(what);
  }
  if (IsUnreadable(code)) {
    return LogError{
        .what = fmt::format(
            "{}: the entry at offset {} cannot be read ({}); restart the "
            "worker; if this does not help, check the disks of the brokers",
            name_, message.offset, what)};
  }
  if (NeedsOperator(code)) {
    return LogError{.what =
                        TopicNotAllowed(options_, code, name_, "read", "READ")};
  }
  WarnOnce(what);
  return std::nullopt;
}

/// Returns the error for the next entry, which does not exist. Returns nothing
/// if no broker says where the log begins. Then reads at the same place again,
/// and finds the entry missing again.
std::optional<LogError> LogReader::ErrorOfMissing(const std::string& what) {
  const auto bounds = FetchWatermarks(client_.get(), name_, {{kPartition}});
  if (!bounds) {
    WarnOnce(fmt::format("{}; cannot read its first offset: {}", what,
                         Describe(bounds.error())));
    const auto again = ReadFrom(next_);
    return again ? std::nullopt : std::optional(again.error());
  }
  const auto [first, end] = bounds->at(kPartition);
  observer_.On(pipeline::LogStartSeen{first});
  if (first > next_) {
    return LogError{.what = fmt::format("{}: offset {} was deleted, the log "
                                        "begins at offset {}",
                                        name_, next_, first),
                    .trimmed = true,
                    .bounds = {.first = first, .end = end}};
  }
  return LogError{.what = pipeline::FirstEntriesMissing(fmt::format(
                      "{}: offset {} does not exist ({})", name_, next_, what)),
                  .misconfigured = true};
}

void LogReader::WarnOnce(std::string what) {
  const auto now = Clock::now();
  if (what == warned_ && now - warned_at_ < kWarnInterval) return;
  observer_.On(pipeline::Notice{
      Severity::kWarning, fmt::format("fingerprint log {}: {}", name_, what)});
  warned_ = std::move(what);
  warned_at_ = now;
}

}  // namespace newsmill::kafka
