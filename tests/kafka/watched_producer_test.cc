#include "watched_producer.h"

#include <gtest/gtest.h>

#include <latch>
#include <memory>

#include "support/silent_observer.h"

namespace newsmill::kafka {
namespace {

using std::chrono::milliseconds;

class WatchedProducerTest : public ::testing::Test {
 protected:
  std::unique_ptr<WatchedProducer> Make(milliseconds stuck_after) {
    Options options;
    options.brokers = "127.0.0.1:1";  // nobody is asked
    return *WatchedProducer::Make(options, "id", observer_, interrupted_,
                                  stuck_after);
  }
  /// A call that does not return before the test has ended.
  WatchedProducer::Call Endless() {
    return [end = end_](rd_kafka_t*) -> rd_kafka_error_t* {
      end->wait();
      return nullptr;
    };
  }
  void TearDown() override { end_->count_down(); }

  static testing::SilentObserver
      observer_;  // NOLINT: abandoned producers keep it
  std::atomic<bool> interrupted_ = false;
  std::shared_ptr<std::latch> end_ = std::make_shared<std::latch>(1);
};
testing::SilentObserver WatchedProducerTest::observer_;

TEST_F(WatchedProducerTest, GivesBackWhatTheCallReturns) {
  const auto producer = Make(std::chrono::hours(1));

  EXPECT_TRUE(producer->Watch([](rd_kafka_t*) { return nullptr; }));
  const auto failed = producer->Watch([](rd_kafka_t*) {
    return rd_kafka_error_new(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, "no");
  });

  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION);
  EXPECT_FALSE(producer->stuck());
}

TEST_F(WatchedProducerTest, LeavesACallBehindThatDoesNotReturn) {
  const auto producer = Make(milliseconds(1));

  const auto left = producer->Watch(Endless());

  ASSERT_FALSE(left);
  EXPECT_TRUE(left.error().stuck);
  EXPECT_TRUE(producer->stuck());
  const auto next = producer->Watch([](rd_kafka_t*) { return nullptr; });
  ASSERT_FALSE(next);
  EXPECT_TRUE(next.error().stuck);
}

TEST_F(WatchedProducerTest, AnInterruptEndsTheWait) {
  const auto producer = Make(std::chrono::hours(1));

  const auto left =
      producer->Watch([this, endless = Endless()](rd_kafka_t* client) {
        interrupted_ = true;
        return endless(client);
      });

  ASSERT_FALSE(left);
  EXPECT_TRUE(left.error().stuck);
}

}  // namespace
}  // namespace newsmill::kafka
