// For how long a worker has not been able to commit.

#include <gtest/gtest.h>

#include "publisher.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

class FailingObserver : public Observer {
 public:
  void On(const Event& event) override {
    if (std::holds_alternative<PublishingFails>(event)) failing = true;
    if (std::holds_alternative<PublishingRecovered>(event)) failing = false;
  }
  bool failing = false;
};

/// The first call fails.
class FailingTest : public ::testing::Test {
 protected:
  FailingTest() { broker_.SetGeneration("member"); }

  FakeBroker broker_;
  FakeSink inner_{broker_};
  FaultySink sink_{inner_, [](int call) {
                     return call == 0 ? FaultySink::Fault::kBefore
                                      : FaultySink::Fault::kNone;
                   }};
  FailingObserver observer_;
  Publisher publisher_{
      {.sink = sink_,
       .observer = observer_,
       .duplicates = dedup::Duplicates::kRoute,
       .provenance = true,
       .wait_or_interrupted = [](milliseconds) { return false; }}};
};

TEST_F(FailingTest, EndsWithACommit) {
  publisher_.Begin({{0}, "member"});
  EXPECT_TRUE(observer_.failing) << "offsets were fetched, not committed";

  publisher_.Confirm(publisher_.starts(), {});
  EXPECT_FALSE(observer_.failing);
}

TEST_F(FailingTest, EndsWithAnEmptyAssignment) {
  publisher_.Begin({{}, "member"});
  publisher_.Confirm(publisher_.starts(), {});

  EXPECT_FALSE(observer_.failing);
}

TEST_F(FailingTest, DoesNotEndWithTheAssignment) {
  publisher_.Begin({{0}, "member"});
  publisher_.Forget();

  EXPECT_TRUE(observer_.failing);
}

}  // namespace
}  // namespace newsmill::pipeline
