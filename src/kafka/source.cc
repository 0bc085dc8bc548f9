// Implements Source with a consumer of topics.raw that is a member of the
// group. If the consumer is fenced or has a fatal error, a new consumer
// replaces it, and the process continues.
//
// The consumer has a queue of rebalances and errors. This queue is polled all
// the time. The consumer also has a queue of messages, which is polled only if
// the byte budget has room. So newsmill does not need librdkafka's pause and
// resume, which lose offsets in version 2.0. In a replay of a range, each
// partition has its own queue, and range_reader.h merges the messages.

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "client.h"
#include "denial.h"
#include "fmt/format.h"
#include "handles.h"
#include "input_watch.h"
#include "messages.h"
#include "newsmill/base/check.h"
#include "newsmill/kafka/kafka.h"
#include "partition_ends.h"
#include "range_reader.h"
#include "reaper.h"
#include "token_bucket.h"

namespace newsmill::kafka {
namespace {

using pipeline::Severity;
using pipeline::SourceEvent;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kEventPollInterval{5};
constexpr milliseconds kCloseTimeout{5000};
// A failed consumer is replaced at once. If the new consumer also fails, there
// is a pause before the next replacement. The pause grows with each failure.
constexpr milliseconds kFirstBackoff{100};
constexpr milliseconds kLongestBackoff{10'000};
// If a consumer fails later than this time after its start, there is no pause.
constexpr milliseconds kGoodLife{60'000};
constexpr int kOnlyEmergencies = 0;  // a log level of syslog
// If a consumer is fenced within this time after its start, another worker
// probably uses the same instance id.
constexpr milliseconds kShortLife{10'000};
constexpr int kMostFencedInARow = 6;

/// A client and its queues. The order of the members matters, because they are
/// destroyed from the last to the first.
struct Consumer {
  ClientHandle client;
  QueueHandle messages;  // messages of all partitions; unused for a range
  std::map<int32_t, QueueHandle> ranged;  // for a range: messages by partition
  QueueHandle events;                     // rebalances and errors
};

/// Destroys a consumer without leaving the group, because the consumer has left
/// or the group has removed it. Blocks until the client's threads have ended.
void DestroyWithoutLeaving(Consumer consumer) {
  if (!consumer.client) return;
  // The client must not log any more, because it may still run after the
  // observer of its log lines is destroyed.
  rd_kafka_set_log_level(consumer.client.get(), kOnlyEmergencies);
  consumer.events.reset();
  consumer.ranged.clear();
  consumer.messages.reset();
  rd_kafka_destroy_flags(consumer.client.release(),
                         RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

std::expected<Consumer, Error> MakeConsumer(const Options& options,
                                            pipeline::Observer& observer) {
  auto conf = MakeConsumerConf(options, &observer);
  if (!conf) return std::unexpected(conf.error());
  rd_kafka_conf_set_events(conf->get(),
                           RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_ERROR);
  auto client = MakeClient(ClientKind::kConsumer, *std::move(conf));
  if (!client) return std::unexpected(client.error());

  Consumer consumer;
  consumer.client = *std::move(client);
  rd_kafka_t* rk = consumer.client.get();
  rd_kafka_poll_set_consumer(rk);
  consumer.events.reset(rd_kafka_queue_get_consumer(rk));
  consumer.messages.reset(rd_kafka_queue_new(rk));
  return consumer;
}

std::expected<void, Error> Subscribe(const Consumer& consumer,
                                     const Options& options) {
  const PartitionsHandle topics(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(topics.get(), options.topics.raw.c_str(),
                                    RD_KAFKA_PARTITION_UA);
  const rd_kafka_resp_err_t error =
      rd_kafka_subscribe(consumer.client.get(), topics.get());
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return std::unexpected(Error{fmt::format(
        "cannot subscribe to {}: {}", options.topics.raw, Describe(error))});
  }
  return {};
}

class KafkaSource : public pipeline::Source {
 public:
  KafkaSource(Options options, pipeline::Observer& observer, Consumer consumer)
      : options_(std::move(options)),
        observer_(observer),
        consumer_(std::move(consumer)),
        input_watch_(options_, observer),
        messages_bucket_(options_.rate.messages_per_second),
        bytes_bucket_(options_.rate.bytes_per_second) {
    if (!options_.reading.empty()) range_.emplace(options_.reading);
  }
  ~KafkaSource() override {
    if (consumer_) Reap(*std::exchange(consumer_, std::nullopt));
  }

  SourceEvent Poll(bool want_messages, milliseconds timeout) override;
  void Start(std::span<const pipeline::Progress> starts) override;
  void Release() override;
  void Rejoin() override;
  void Close() override;

 private:
  enum class Assignment { kNone, kOpen, kBeingRevoked };

  SourceEvent PollMessages(milliseconds timeout);
  SourceEvent PollRange(milliseconds timeout);
  SourceEvent Read(rd_kafka_event_t* event);
  SourceEvent Counted(SourceEvent event);
  void Join();
  void ServeEvents(milliseconds timeout);
  void OnRebalance(rd_kafka_event_t* event);
  void OnError(rd_kafka_event_t* event);
  void AssignAgain();
  void DropLeftovers();
  void Reap(Consumer consumer);
  void Rebuild();
  void CountFenced(bool fenced);
  void Warn(std::string_view text) {
    observer_.On(pipeline::Notice{Severity::kWarning, text});
  }
  rd_kafka_t* client() const { return consumer_->client.get(); }

  const Options options_;
  pipeline::Observer& observer_;
  std::optional<Consumer> consumer_;
  std::deque<SourceEvent> pending_;
  bool joined_ = false;
  Assignment assignment_ = Assignment::kNone;
  // True if the consumer must be replaced. The replacement waits until no
  // assignment is open and rebuild_at_ has passed.
  bool rebuild_ = false;
  Clock::time_point rebuild_at_{};
  Clock::time_point built_at_ = Clock::now();
  int rebuilds_in_a_row_ = 0;
  int fenced_in_a_row_ = 0;
  // The assignment that begins after the open assignment has ended. There are
  // two cases. First, the open assignment has no partitions: librdkafka does
  // not revoke such an assignment before the next one. Second, the same
  // partitions are assigned again (AssignAgain).
  std::optional<pipeline::Assigned> next_;
  std::vector<int32_t> partitions_;  // partitions of the latest assignment
  Clock::time_point last_events_{};
  PartitionEnds ends_;
  InputWatch input_watch_;
  std::optional<RangeReader> range_;  // only for a replay
  TokenBucket messages_bucket_;
  TokenBucket bytes_bucket_;
  Reaper reaper_;
};

SourceEvent KafkaSource::Poll(bool want_messages, milliseconds timeout) {
  // The worker joins the group only at the first Poll, because only then it is
  // ready for partitions.
  if (!joined_) Join();
  const auto now = Clock::now();
  if (!want_messages || now - last_events_ >= kEventPollInterval) {
    last_events_ = now;
    ServeEvents(milliseconds(0));
    input_watch_.Serve();
    ends_.ReportNowAndThen(client(), observer_);
  }
  if (rebuild_ && assignment_ == Assignment::kNone && now >= rebuild_at_) {
    Rebuild();
  }
  if (!pending_.empty()) {
    SourceEvent event = std::move(pending_.front());
    pending_.pop_front();
    return event;
  }
  if (!want_messages) return std::monostate();
  const auto wait =
      std::max(messages_bucket_.WaitAt(now), bytes_bucket_.WaitAt(now));
  if (wait > Clock::duration::zero()) {
    ServeEvents(std::min(timeout, std::chrono::ceil<milliseconds>(wait)));
    return std::monostate();
  }
  return Counted(range_ ? PollRange(timeout) : PollMessages(timeout));
}

/// Counts a message for the rate limits: takes one token from messages_bucket_,
/// and a token for each byte from bytes_bucket_. Returns the event unchanged.
SourceEvent KafkaSource::Counted(SourceEvent event) {
  if (const auto* message = std::get_if<model::RawMessage>(&event)) {
    messages_bucket_.Take(1);
    bytes_bucket_.Take(message->bytes());
  }
  return event;
}

SourceEvent KafkaSource::PollMessages(milliseconds timeout) {
  const EventHandle event(rd_kafka_queue_poll(
      consumer_->messages.get(), static_cast<int>(timeout.count())));
  return event ? Read(event.get()) : std::monostate();
}

SourceEvent KafkaSource::PollRange(milliseconds timeout) {
  if (auto next = range_->Next()) return *std::move(next);
  const auto wanted = range_->Wanted();
  const auto queue = consumer_->ranged.find(wanted.value_or(-1));
  if (queue == consumer_->ranged.end()) {
    ServeEvents(timeout);  // all partitions are read to the end
    return std::monostate();
  }
  const EventHandle event(rd_kafka_queue_poll(
      queue->second.get(), static_cast<int>(timeout.count())));
  if (!event) return std::monostate();
  if (rd_kafka_event_error(event.get()) == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
    const PartitionHandle at(rd_kafka_event_topic_partition(event.get()));
    if (at) range_->Reached(*wanted, at->offset);
  }
  auto read = Read(event.get());
  if (auto* message = std::get_if<model::RawMessage>(&read)) {
    range_->Take(std::move(*message));
  }
  auto next = range_->Next();
  return next ? *std::move(next) : std::monostate();
}

/// Converts an event of librdkafka's queue: returns the message, or the offsets
/// without messages at the end of a partition. Handles errors.
SourceEvent KafkaSource::Read(rd_kafka_event_t* event) {
  if (rd_kafka_event_type(event) == RD_KAFKA_EVENT_FETCH) {
    const rd_kafka_message_t* message = rd_kafka_event_message_next(event);
    if (message != nullptr && message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
      ends_.OnMessage(message->partition, message->offset);
      return CopyMessage(*message);
    }
  } else if (rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
    if (const auto passed = ends_.OnEnd(event)) return *passed;
  } else if (rd_kafka_event_type(event) == RD_KAFKA_EVENT_ERROR) {
    OnError(event);
  }
  return std::monostate();
}

void KafkaSource::Join() {
  joined_ = true;
  if (const auto subscribed = Subscribe(*consumer_, options_); !subscribed) {
    pending_.emplace_back(pipeline::Failed{subscribed.error()});
  }
}

/// Handles rebalances and errors. Waits at most `timeout` for the first event.
void KafkaSource::ServeEvents(milliseconds timeout) {
  auto wait_ms = static_cast<int>(timeout.count());
  while (const EventHandle event{
      rd_kafka_queue_poll(consumer_->events.get(), wait_ms)}) {
    wait_ms = 0;
    switch (rd_kafka_event_type(event.get())) {
      case RD_KAFKA_EVENT_REBALANCE:
        OnRebalance(event.get());
        break;
      case RD_KAFKA_EVENT_ERROR:
        OnError(event.get());
        break;
      default:
        break;
    }
  }
}

void KafkaSource::OnRebalance(rd_kafka_event_t* event) {
  if (rebuild_) return;  // this consumer will be replaced
  if (rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS) {
    const rd_kafka_topic_partition_list_t* list =
        rd_kafka_event_topic_partition_list(event);
    pipeline::Assigned assigned{.partitions = {},
                                .group_metadata = WriteGroupMetadata(client())};
    if (assigned.group_metadata.empty()) {  // not a member any more
      Rejoin();
      return;
    }
    for (int i = 0; i < list->cnt; ++i) {
      assigned.partitions.push_back(list->elems[i].partition);
    }
    partitions_ = assigned.partitions;
    if (assignment_ == Assignment::kNone) {
      assignment_ = Assignment::kOpen;
      pending_.emplace_back(std::move(assigned));
      return;
    }
    next_ = std::move(assigned);
    if (assignment_ == Assignment::kOpen) {
      assignment_ = Assignment::kBeingRevoked;
      pending_.emplace_back(pipeline::Revoked{.lost = false});
    }
    return;
  }
  next_.reset();  // the group has also revoked the assignment in next_
  if (assignment_ == Assignment::kNone) {
    rd_kafka_assign(client(), nullptr);
  } else if (assignment_ == Assignment::kOpen) {
    assignment_ = Assignment::kBeingRevoked;
    pending_.emplace_back(
        pipeline::Revoked{.lost = rd_kafka_assignment_lost(client()) != 0});
  }
}

void KafkaSource::OnError(rd_kafka_event_t* event) {
  const rd_kafka_resp_err_t code = rd_kafka_event_error(event);
  const char* text = rd_kafka_event_error_string(event);
  const std::string what = fmt::format("{}: {}", rd_kafka_err2name(code),
                                       text == nullptr ? "" : text);
  if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED) {
    pending_.emplace_back(pipeline::Failed{{GroupNotAllowed(options_, code)}});
  } else if (code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
    pending_.emplace_back(pipeline::Failed{{TopicNotAllowed(
        options_, code, options_.topics.raw, "read", "READ")}});
  } else if (code == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET ||
             code == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE) {
    Warn(
        fmt::format("{}: the offset to read does not exist any more; reading "
                    "starts again at the committed offsets: {}",
                    options_.topics.raw, what));
    AssignAgain();
  } else if (InputWatch::MayMeanMissing(code)) {
    input_watch_.Suspect(what);
  } else if (rd_kafka_event_error_is_fatal(event) != 0 ||
             code == RD_KAFKA_RESP_ERR__FATAL) {
    Warn("the consumer is replaced: " + what);
    CountFenced(what.find("FENCED_INSTANCE_ID") != std::string::npos);
    Rejoin();
  } else {
    Warn("consumer: " + what);
  }
}

/// Ends the open assignment and begins a new assignment of the same partitions.
/// Does not leave the group.
void KafkaSource::AssignAgain() {
  if (assignment_ != Assignment::kOpen || rebuild_) return;
  pipeline::Assigned again{.partitions = partitions_,
                           .group_metadata = WriteGroupMetadata(client())};
  if (again.group_metadata.empty()) return Rejoin();
  next_ = std::move(again);
  assignment_ = Assignment::kBeingRevoked;
  pending_.emplace_back(pipeline::Revoked{.lost = false});
}

/// Empties the queue of messages after an assignment has ended. librdkafka
/// drops the remaining messages of the assignment, but keeps the errors in the
/// queue. Each of these errors would end the next assignment.
void KafkaSource::DropLeftovers() {
  while (const EventHandle event{
      rd_kafka_queue_poll(consumer_->messages.get(), 0)}) {
  }
}

void KafkaSource::Start(std::span<const pipeline::Progress> starts) {
  DropLeftovers();
  if (range_) range_->Start(starts);
  std::vector<pipeline::Progress> read;  // only partitions in the range
  std::ranges::copy_if(starts, std::back_inserter(read),
                       [this](const auto& one) {
                         return !range_ || range_->Reads(one.partition);
                       });
  const PartitionsHandle list = MakePartitions(options_.topics.raw, read);
  consumer_->ranged.clear();
  for (int i = 0; i < list->cnt; ++i) {
    QueueHandle queue(rd_kafka_queue_get_partition(
        client(), options_.topics.raw.c_str(), list->elems[i].partition));
    if (!queue) continue;
    rd_kafka_queue_forward(queue.get(),
                           range_ ? nullptr : consumer_->messages.get());
    if (range_) consumer_->ranged[list->elems[i].partition] = std::move(queue);
  }
  ends_.Start(options_.topics.raw, read, options_.reading);
  const rd_kafka_resp_err_t error = rd_kafka_assign(client(), list.get());
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
    Warn("cannot accept the assignment: " + Describe(error));
    Rejoin();
  }
}

void KafkaSource::Release() {
  assignment_ = Assignment::kNone;
  ends_.Start(options_.topics.raw, {}, {});
  // A consumer that will be replaced has lost its assignment, so there is
  // nothing to unassign.
  if (rebuild_) return;
  // Unassigns the partitions now, before the same partitions may be assigned
  // again. Otherwise librdkafka would stop the partitions after the new
  // assignment, and would forget the queue for their messages.
  rd_kafka_assign(client(), nullptr);
  if (next_) {
    assignment_ = Assignment::kOpen;
    pending_.emplace_back(*std::exchange(next_, std::nullopt));
  }
}

void KafkaSource::CountFenced(bool fenced) {
  const bool lived = Clock::now() - built_at_ >= kShortLife;
  if (!fenced || lived) fenced_in_a_row_ = 0;
  if (fenced) ++fenced_in_a_row_;
  if (fenced_in_a_row_ < kMostFencedInARow) return;
  pending_.emplace_back(pipeline::Failed{
      {fmt::format("another worker uses kafka.instance_id {} in group {}; give "
                   "each worker its own",
                   options_.instance_id, options_.group)}});
}

void KafkaSource::Rejoin() {
  if (rebuild_) return;
  const auto now = Clock::now();
  if (now - built_at_ >= kGoodLife) rebuilds_in_a_row_ = 0;
  const int doublings = std::min(rebuilds_in_a_row_++, 10);
  rebuild_at_ = now;
  if (doublings > 0) {
    rebuild_at_ += std::min(kLongestBackoff, kFirstBackoff * (1 << doublings));
  }
  rebuild_ = true;
  next_.reset();
  if (assignment_ == Assignment::kOpen) {
    assignment_ = Assignment::kBeingRevoked;
    // If an Assigned is still in pending_, this event also revokes its
    // partitions.
    pending_.emplace_back(pipeline::Revoked{.lost = true});
  }
}

void KafkaSource::Reap(Consumer consumer) {
  // A shared_ptr, because std::function must be copyable.
  reaper_.Run([old = std::make_shared<Consumer>(std::move(consumer))] {
    DestroyWithoutLeaving(std::move(*old));
  });
}

void KafkaSource::Rebuild() {
  rebuild_ = false;
  Reap(*std::exchange(consumer_, std::nullopt));
  auto consumer = MakeConsumer(options_, observer_);
  if (!consumer) {
    pending_.emplace_back(pipeline::Failed{consumer.error()});
    consumer_ = Consumer{};
    return;
  }
  consumer_ = *std::move(consumer);
  Join();
  built_at_ = Clock::now();
  observer_.On(pipeline::Notice{Severity::kInfo, "the consumer was replaced"});
}

void KafkaSource::Close() {
  if (!consumer_ || !consumer_->client) return;
  const auto deadline = Clock::now() + kCloseTimeout;
  const ErrorHandle error(
      rd_kafka_consumer_close_queue(client(), consumer_->events.get()));
  while (!error && rd_kafka_consumer_closed(client()) == 0 &&
         Clock::now() < deadline) {
    const EventHandle event(rd_kafka_queue_poll(consumer_->events.get(), 100));
    if (event && rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_REBALANCE) {
      rd_kafka_assign(client(), nullptr);
    }
  }
  Reap(*std::exchange(consumer_, std::nullopt));
  reaper_.Wait(kCloseTimeout);
}

}  // namespace

std::expected<std::unique_ptr<pipeline::Source>, Error> MakeSource(
    const Options& options, pipeline::Observer& observer) {
  auto consumer = MakeConsumer(options, observer);
  if (!consumer) return std::unexpected(consumer.error());
  return std::make_unique<KafkaSource>(options, observer, *std::move(consumer));
}

}  // namespace newsmill::kafka
