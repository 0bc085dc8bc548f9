// Options::one_order: the source's order decides, over all partitions.
#include <atomic>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/fake_log.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using ::testing::ElementsAre;
using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::Pair;

TEST(OneOrderTest, ASlowMessageHoldsUpOtherPartitionsInTheLog) {
  FakeBroker broker;
  FakeLog log;
  FakeLogClient client(log);
  Worker worker(broker, Messages(2, 2));
  worker.options.one_order = true;
  std::atomic<int> others = 0;
  worker.process = [&](const model::RawMessage& message) {
    if (message.partition == 0 && message.offset == 0) {
      for (int now = others; now < 3; now = others) others.wait(now);
    } else {
      ++others;
      others.notify_all();
    }
    return ProcessText(message);
  };

  ASSERT_TRUE(Pipeline(worker.options, dedup::Duplicates::kRoute,
                       worker.PartsWith(worker.source, worker.sink, client))
                  .Run());

  std::vector<std::pair<int32_t, int64_t>> order;
  for (const model::LogEntry& entry : log.entries()) {
    if (const auto* one =
            std::get_if<model::FingerprintEntry>(&entry.content)) {
      order.emplace_back(one->delivery.partition, one->delivery.offset);
    }
  }
  EXPECT_THAT(order,
              ElementsAre(Pair(0, 0), Pair(0, 2), Pair(1, 0), Pair(1, 2)));
}

TEST(OneOrderTest, BeginsAnewWithEachAssignment) {
  constexpr int kEach = 200;
  FakeBroker broker;
  Worker worker(broker, Messages(3, kEach));
  worker.options.one_order = true;
  std::atomic<int> processed = 0;
  worker.process = [&](const model::RawMessage& message) {
    if (++processed == kEach) worker.source.Revoke(/*lost=*/false);
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(3, kEach)));
  EXPECT_GT(worker.source.assignments(), 1);
}

}  // namespace
}  // namespace newsmill::pipeline
