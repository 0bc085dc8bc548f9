#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "handles.h"
#include "newsmill/base/queue.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/model/identity.h"
#include "newsmill/output/log_entry.h"
#include "support/silent_observer.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogError;
using pipeline::LogRecord;
using std::chrono::seconds;
using ::testing::HasSubstr;

constexpr int16_t kProduce = 0;  // https://kafka.apache.org/protocol#api_keys
constexpr int16_t kFetch = 1;
constexpr seconds kPatience{20};

model::LogEntry Claim(int64_t number) {
  return {.anchor = {}, .content = model::ClaimEntry{.next_offset = number}};
}

int64_t NumberOf(const LogRecord& record) {
  return std::get<model::ClaimEntry>(record.entry.content).next_offset;
}

/// One broker in this process, with topics.fingerprints.
class MockBroker {
 public:
  MockBroker() {
    Options options;
    options.brokers = "mock";  // replaced by the mock cluster
    host_ = *MakeClient(
        ClientKind::kProducer,
        *MakeConf(ClientKind::kProducer, options, nullptr,
                  {{"test.mock.num.brokers", "1"}, {"linger.ms", "0"}}, {}));
    rd_kafka_mock_topic_create(cluster(), Topics().fingerprints.c_str(), 1, 1);
  }

  Options options() const {
    Options options;
    options.brokers = rd_kafka_mock_cluster_bootstraps(cluster());
    // The mock answers a fetch that found nothing when its time is over.
    options.properties["fetch.wait.max.ms"] = "10";
    return options;
  }
  /// The next requests of this kind fail like that, in this order.
  void Fail(int16_t request, std::initializer_list<rd_kafka_resp_err_t> codes) {
    rd_kafka_mock_push_request_errors_array(cluster(), request, codes.size(),
                                            codes.begin());
  }
  void TakeDown() { rd_kafka_mock_broker_set_down(cluster(), 1); }
  void BringUp() { rd_kafka_mock_broker_set_up(cluster(), 1); }

  void Produce(std::optional<std::string> value) {
    const TopicHandle topic(rd_kafka_topic_new(
        host_.get(), Topics().fingerprints.c_str(), nullptr));
    rd_kafka_produce(topic.get(), 0, RD_KAFKA_MSG_F_COPY,
                     value ? value->data() : nullptr, value ? value->size() : 0,
                     nullptr, 0, nullptr);
    rd_kafka_flush(host_.get(), 5000);
  }

 private:
  rd_kafka_mock_cluster_t* cluster() const {
    return rd_kafka_handle_mock_cluster(host_.get());
  }

  ClientHandle host_;  // the mock cluster lives in it
};

/// A log, and a reader that polls only after `readable` was called: a wake-up
/// that is lost fails the test.
class OpenLog {
 public:
  explicit OpenLog(const Options& options)
      : log_(*MakeLog(options, observer_)),
        end_(log_->Open([this] { readable_.Push({}); }, 0)) {}

  std::expected<int64_t, Error> end() const { return end_; }
  pipeline::FingerprintLog& log() { return *log_; }
  /// Wake-ups that nobody has waited for.
  bool WasWoken() { return readable_.TryPop().has_value(); }

  void Append(int64_t first, int64_t count) {
    for (int64_t i = first; i < first + count; ++i) {
      ASSERT_TRUE(log_->Append(Claim(i))) << i;
    }
  }
  std::expected<std::optional<LogRecord>, LogError> Await() {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (true) {
      auto polled = log_->Poll();
      if (!polled || *polled) return polled;
      if (!readable_.PopUntil(deadline)) return std::nullopt;
    }
  }
  std::vector<LogRecord> Await(size_t count) {
    std::vector<LogRecord> records;
    while (records.size() < count) {
      const auto next = Await();
      EXPECT_TRUE(next) << next.error().what;
      if (!next || !*next) break;
      records.push_back(**next);
    }
    return records;
  }
  LogError AwaitError() {
    const auto next = Await();
    EXPECT_FALSE(next);
    return next ? LogError() : next.error();
  }

 private:
  testing::SilentObserver observer_;
  Queue<std::monostate> readable_;
  std::unique_ptr<pipeline::FingerprintLog> log_;
  std::expected<int64_t, Error> end_;
};

void ExpectInOrder(const std::vector<LogRecord>& records, size_t count) {
  ASSERT_EQ(records.size(), count);
  for (size_t i = 0; i < count; ++i) {
    ASSERT_EQ(records[i].offset, static_cast<int64_t>(i));
    ASSERT_EQ(NumberOf(records[i]), static_cast<int64_t>(i));
  }
}

TEST(LogTest, EntriesComeBackInTheOrderOfTheCalls) {
  const MockBroker broker;
  OpenLog log(broker.options());

  log.Append(0, 3000);

  ExpectInOrder(log.Await(3000), 3000);
  EXPECT_FALSE(*log.log().Poll());
}

TEST(LogTest, ARecordHasTheHashAndSizeOfItsBytesAndTheTimeOfItsMessage) {
  const MockBroker broker;
  OpenLog log(broker.options());
  log.Append(7, 1);

  const auto records = log.Await(1);

  ASSERT_EQ(records.size(), 1U);
  const std::string bytes = output::EncodeLogEntry(Claim(7));
  EXPECT_EQ(records[0].hash, model::HashOf(bytes).low);
  EXPECT_EQ(records[0].bytes, static_cast<int64_t>(bytes.size()));
  const auto age = std::chrono::system_clock::now().time_since_epoch() -
                   std::chrono::milliseconds(records[0].time_ms);
  EXPECT_LT(age, kPatience);
  EXPECT_GE(age, seconds(0));
}

TEST(LogTest, TwoLogsReadTheSameOrder) {
  const MockBroker broker;
  OpenLog one(broker.options());
  OpenLog other(broker.options());
  for (int64_t i = 0; i < 500; ++i) {
    one.Append(2 * i, 1);
    other.Append(2 * i + 1, 1);
  }

  const auto seen_by_one = one.Await(1000);
  const auto seen_by_other = other.Await(1000);

  ASSERT_EQ(seen_by_one.size(), 1000U);
  ASSERT_EQ(seen_by_other.size(), 1000U);
  for (size_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(seen_by_one[i].offset, static_cast<int64_t>(i));
    EXPECT_EQ(NumberOf(seen_by_one[i]), NumberOf(seen_by_other[i]));
  }
}

TEST(LogTest, OpenTellsTheEndAndReadingBeginsAtTheFirstEntry) {
  const MockBroker broker;
  {
    OpenLog before(broker.options());
    EXPECT_EQ(before.end(), 0);
    before.Append(0, 10);
    before.Await(10);
  }

  OpenLog after(broker.options());

  EXPECT_EQ(after.end(), 10);
  ExpectInOrder(after.Await(10), 10);
}

TEST(LogTest, WhatIsNoEntryIsUnknown) {
  MockBroker broker;
  broker.Produce("nonsense");
  broker.Produce(std::nullopt);
  broker.Produce("");
  broker.Produce(output::EncodeLogEntry(Claim(3)));
  OpenLog log(broker.options());

  const auto records = log.Await(4);

  ASSERT_EQ(records.size(), 4U);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(records[i].entry, model::LogEntry());
  EXPECT_EQ(records[0].hash, model::HashOf("nonsense").low);
  EXPECT_EQ(NumberOf(records[3]), 3);
}

TEST(LogTest, ReadingGoesOnAfterErrorsOfTheBroker) {
  MockBroker broker;
  OpenLog log(broker.options());
  broker.Fail(kFetch, {RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                       RD_KAFKA_RESP_ERR_UNKNOWN,
                       RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART});

  log.Append(0, 100);

  ExpectInOrder(log.Await(100), 100);
}

TEST(LogTest, AppendsThatAreTriedAgainStandOnceAndInOrder) {
  MockBroker broker;
  OpenLog log(broker.options());
  broker.Fail(kProduce, {RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
                         RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                         RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND,
                         RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR});

  log.Append(0, 100);
  ExpectInOrder(log.Await(100), 100);
  log.Append(100, 1);

  EXPECT_EQ(NumberOf(**log.Await()), 100);
}

TEST(LogTest, ABrokerThatIsAwayIsWaitedFor) {
  MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 10);
  ExpectInOrder(log.Await(10), 10);

  broker.TakeDown();
  log.Append(10, 10);
  EXPECT_FALSE(*log.log().Poll());
  broker.BringUp();

  const auto rest = log.Await(10);
  ASSERT_EQ(rest.size(), 10U);
  EXPECT_EQ(NumberOf(rest[0]), 10);
  EXPECT_EQ(rest[9].offset, 19);
}

TEST(LogTest, AFullQueueIsWaitedFor) {
  const MockBroker broker;
  Options options = broker.options();
  options.properties["queue.buffering.max.messages"] = "10";
  OpenLog log(options);

  log.Append(0, 200);

  ExpectInOrder(log.Await(200), 200);
}

TEST(LogTest, ALostAppendIsToldOnceAndAnotherProducerTakesOver) {
  MockBroker broker;
  OpenLog log(broker.options());
  // Fatal to an idempotent producer that was not asked to try again.
  broker.Fail(kProduce, {RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER});
  log.Append(0, 1);

  const LogError error = log.AwaitError();

  EXPECT_TRUE(error.appends_lost) << error.what;
  log.Append(1, 1);
  EXPECT_EQ(NumberOf(**log.Await()), 1);
}

TEST(LogTest, AnAppendTellsOfALossToo) {
  MockBroker broker;
  OpenLog log(broker.options());
  broker.Fail(kProduce, {RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER});
  log.Append(0, 1);

  std::expected<void, LogError> appended;
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (appended && std::chrono::steady_clock::now() < deadline) {
    appended = log.log().Append(Claim(1));
  }

  ASSERT_FALSE(appended);
  EXPECT_TRUE(appended.error().appends_lost);
}

TEST(LogTest, WithoutTheRightToAppendAPersonMustAct) {
  MockBroker broker;
  OpenLog log(broker.options());
  broker.Fail(kProduce, {RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED});
  log.Append(0, 1);

  const LogError error = log.AwaitError();

  EXPECT_FALSE(error.appends_lost);
  EXPECT_THAT(error.what, HasSubstr("not allowed to append"));
}

TEST(LogTest, EntriesThatTheTopicHasNoRoomForStopTheWorker) {
  MockBroker broker;
  OpenLog log(broker.options());
  broker.Fail(kProduce, {RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE});
  log.Append(0, 1);

  const LogError error = log.AwaitError();

  EXPECT_FALSE(error.appends_lost);
  EXPECT_THAT(error.what, HasSubstr("max.message.bytes"));
}

TEST(LogTest, ALogWithoutItsFirstEntryIsNotOpened) {
  MockBroker broker;
  // The mock keeps 5 MiB.
  for (int i = 0; i < 12; ++i) broker.Produce(std::string(500'000, 'x'));

  const OpenLog log(broker.options());

  ASSERT_FALSE(log.end());
  EXPECT_THAT(
      log.end().error().message,
      HasSubstr("the first entries of the fingerprint log are missing"));
}

TEST(LogTest, AnOffsetThatIsGoneWhileReadingStopsTheWorker) {
  MockBroker broker;
  broker.Produce("an entry");
  broker.Fail(kFetch, {RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE});
  OpenLog log(broker.options());

  const LogError error = log.AwaitError();

  EXPECT_FALSE(error.appends_lost);
  EXPECT_THAT(
      error.what,
      HasSubstr("the first entries of the fingerprint log are missing"));
}

TEST(LogTest, AClosedLogCallsNobody) {
  const MockBroker broker;
  OpenLog closed(broker.options());
  OpenLog open(broker.options());
  closed.Append(0, 1);
  closed.Await(1);
  open.Await(1);

  closed.log().Close();
  while (closed.WasWoken()) {
  }
  open.Append(1, 1);
  open.Await(1);

  EXPECT_FALSE(closed.WasWoken());
}

}  // namespace
}  // namespace newsmill::kafka
