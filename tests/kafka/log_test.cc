#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <algorithm>
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
#include "newsmill/base/mutex.h"
#include "newsmill/base/queue.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/model/identity.h"
#include "newsmill/output/log_entry.h"

namespace newsmill::kafka {
namespace {

using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr int16_t kProduce = 0;  // https://kafka.apache.org/protocol#api_keys
constexpr int16_t kFetch = 1;
constexpr int16_t kListOffsets = 2;
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

  static constexpr int64_t kLarge = 12;
  /// Writes 12 large entries. The mock keeps only 5 MiB.
  void LoseFirstEntries() {
    for (int64_t i = 0; i < kLarge; ++i) Produce(std::string(500'000, 'x'));
  }

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

/// Keeps the warnings of the log, without those of librdkafka.
class WarningObserver : public pipeline::Observer {
 public:
  void On(const pipeline::Event& event) override {
    const auto* notice = std::get_if<pipeline::Notice>(&event);
    if (notice == nullptr || notice->severity != pipeline::Severity::kWarning ||
        !(notice->text.starts_with("topic ") ||
          notice->text.starts_with("fingerprint log "))) {
      return;
    }
    const MutexLock lock(mutex_);
    warnings_.emplace_back(notice->text);
  }
  std::vector<std::string> warnings() {
    const MutexLock lock(mutex_);
    return warnings_;
  }

 private:
  Mutex mutex_;
  std::vector<std::string> warnings_ GUARDED_BY(mutex_);
};

/// A log, and a reader that polls only after `readable` was called: a wake-up
/// that is lost fails the test.
class OpenLog {
 public:
  explicit OpenLog(const Options& options)
      : log_(*MakeLog(options, observer_)),
        bounds_(log_->Open([this] { readable_.Push({}); }, 0)) {}

  std::expected<LogBounds, Error> bounds() const { return bounds_; }
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
  std::vector<std::string> notices() { return observer_.warnings(); }
  void AwaitNotices(size_t count) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    do {
      const auto polled = log_->Poll();
      ASSERT_TRUE(polled) << polled.error().what;
      ASSERT_FALSE(*polled);
    } while (notices().size() < count && readable_.PopUntil(deadline));
    ASSERT_EQ(notices().size(), count);
  }
  LogError AwaitError() {
    const auto next = Await();
    EXPECT_FALSE(next);
    return next ? LogError() : next.error();
  }

 private:
  WarningObserver observer_;
  Queue<std::monostate> readable_;
  std::unique_ptr<pipeline::FingerprintLog> log_;
  std::expected<LogBounds, Error> bounds_;
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

TEST(LogTest, OpenTellsTheBoundsAndReadingBeginsAtTheFirstEntry) {
  const MockBroker broker;
  {
    OpenLog before(broker.options());
    EXPECT_EQ(before.bounds(), LogBounds());
    before.Append(0, 10);
    before.Await(10);
  }

  OpenLog after(broker.options());

  EXPECT_EQ(after.bounds(), (LogBounds{.first = 0, .end = 10}));
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

TEST(LogTest, ALogWithoutItsFirstEntriesIsReadFromTheFirstThatThereIs) {
  MockBroker broker;
  broker.LoseFirstEntries();
  OpenLog log(broker.options());

  ASSERT_TRUE(log.bounds());
  EXPECT_GT(log.bounds()->first, 0);
  EXPECT_EQ(log.bounds()->end, MockBroker::kLarge);
  const auto first = log.Await();
  ASSERT_TRUE(first);
  EXPECT_EQ((*first)->offset, log.bounds()->first);
}

TEST(LogTest, ReadsFromAnyPlaceForwardsAndBackwards) {
  const MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 1000);
  log.Await(700);  // more than are taken from librdkafka's queue at once

  for (const int64_t place : {0, 999, 500, 1, 998, 0, 500, 700}) {
    ASSERT_TRUE(log.log().ReadFrom(place));
    const auto records = log.Await(std::min<size_t>(1000 - place, 300));
    for (size_t i = 0; i < records.size(); ++i) {
      ASSERT_EQ(records[i].offset, place + static_cast<int64_t>(i));
      ASSERT_EQ(NumberOf(records[i]), records[i].offset);
    }
  }
}

TEST(LogTest, AnotherPlaceMayBeChosenBeforeTheFirstIsRead) {
  const MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 100);
  log.Await(100);

  for (int round = 0; round < 20; ++round) {
    for (const int64_t place : {90, 10, 50, 100, 20}) {
      ASSERT_TRUE(log.log().ReadFrom(place));
    }
    ASSERT_EQ((**log.Await()).offset, 20);
  }
}

TEST(LogTest, ReadingFromTheEndGivesTheNextEntry) {
  const MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 10);
  log.Await(10);

  ASSERT_TRUE(log.log().ReadFrom(10));
  EXPECT_FALSE(*log.log().Poll());
  log.Append(10, 1);

  EXPECT_EQ(NumberOf(**log.Await()), 10);
}

TEST(LogTest, AReaderBelowTheFirstEntryIsToldWhereTheLogBegins) {
  MockBroker broker;
  broker.LoseFirstEntries();
  OpenLog log(broker.options());
  log.Await(1);

  ASSERT_TRUE(log.log().ReadFrom(0));
  const LogError error = log.AwaitError();

  EXPECT_TRUE(error.trimmed) << error.what;
  EXPECT_EQ(error.bounds.first, log.bounds()->first);
  EXPECT_FALSE(error.misconfigured);
  EXPECT_FALSE(error.appends_lost);
  // It goes on there, as if nothing had happened.
  ASSERT_TRUE(log.log().ReadFrom(error.bounds.first));
  EXPECT_EQ((**log.Await()).offset, error.bounds.first);
}

TEST(LogTest, AReaderBeyondTheEndStopsTheWorker) {
  const MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 10);
  log.Await(10);

  ASSERT_TRUE(log.log().ReadFrom(11));
  const LogError error = log.AwaitError();

  EXPECT_TRUE(error.misconfigured);
  EXPECT_FALSE(error.trimmed);
  EXPECT_THAT(
      error.what,
      HasSubstr("the first entries of the fingerprint log are missing"));
}

TEST(LogTest, ATrimThatFailsIsAWarningAndTheWorkerContinues) {
  const MockBroker broker;  // does not know the request
  OpenLog log(broker.options());
  log.Append(0, 10);
  log.Await(10);

  log.log().Trim(5);
  log.AwaitNotices(1);
  log.log().Trim(5);
  log.AwaitNotices(2);

  for (const std::string& notice : log.notices()) {
    EXPECT_THAT(notice, HasSubstr("cannot delete the entries below offset 5"));
  }
  log.Append(10, 1);
  EXPECT_EQ(NumberOf(**log.Await()), 10);
}

TEST(LogTest, ALogClosesWhileATrimHasNoAnswer) {
  MockBroker broker;
  OpenLog log(broker.options());
  log.Append(0, 10);
  log.Await(10);
  broker.TakeDown();

  log.log().Trim(5);
  log.log().Close();
}

TEST(LogTest, AnOffsetThatIsGoneWhileReadingStopsTheWorker) {
  MockBroker broker;
  broker.Produce("an entry");
  broker.Fail(kFetch, {RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE});
  OpenLog log(broker.options());

  const LogError error = log.AwaitError();

  EXPECT_FALSE(error.appends_lost);
  EXPECT_TRUE(error.misconfigured);
  EXPECT_THAT(
      error.what,
      HasSubstr("the first entries of the fingerprint log are missing"));
}

TEST(LogTest, AReaderThatCannotLearnWhereTheLogBeginsReadsAgain) {
  MockBroker broker;
  broker.Produce("an entry");
  broker.Fail(kFetch, {RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE});
  OpenLog log(broker.options());
  broker.Fail(kListOffsets, {RD_KAFKA_RESP_ERR_INVALID_REQUEST});

  const auto record = log.Await();

  ASSERT_TRUE(record) << record.error().what;
  EXPECT_EQ((*record)->offset, 0);
  EXPECT_THAT(log.notices(),
              ElementsAre(HasSubstr("cannot read its first offset")));
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
