#include <chrono>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/telemetry/telemetry.h"

namespace newsmill::telemetry {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class HealthTest : public ::testing::Test {
 protected:
  void Watch() {
    telemetry_.Watch([this] { return snapshot_; });
  }
  pipeline::Snapshot snapshot_;
  Telemetry telemetry_{About{}};
};

TEST_F(HealthTest, IsReadyOnceCaughtUpAndAssigned) {
  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("starting"));
  Watch();
  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("fingerprint log"));
  telemetry_.On(pipeline::IndexCaughtUp{7, 3});
  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("first assignment"));
  EXPECT_FALSE(telemetry_.Ready().fine);

  telemetry_.On(
      pipeline::AssignmentStarted{});  // no partition is an assignment, too

  EXPECT_TRUE(telemetry_.Ready().fine);
}

TEST_F(HealthTest, SaysHowFarItHasCaughtUp) {
  Watch();
  telemetry_.On(pipeline::LogEndSeen{90});
  telemetry_.On(pipeline::LogRead{.next_offset = 20});

  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("entry 20 of 90"));
}

TEST_F(HealthTest, ARebalanceLeavesItReady) {
  telemetry_.On(pipeline::AssignmentStarted{});
  telemetry_.On(pipeline::AssignmentEnded{.lost = true});

  EXPECT_TRUE(telemetry_.Ready().fine);
}

TEST_F(HealthTest, IsNotReadyWhileTheInputIsMissing) {
  telemetry_.On(pipeline::AssignmentStarted{});

  telemetry_.On(
      pipeline::InputMissing{"topic news.raw: does not exist any more"});
  EXPECT_FALSE(telemetry_.Ready().fine);
  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("input topic"));

  telemetry_.On(pipeline::InputFound{});
  EXPECT_TRUE(telemetry_.Ready().fine);
}

TEST_F(HealthTest, IsNotReadyAnyMoreWhileItDrains) {
  telemetry_.On(pipeline::AssignmentStarted{});
  telemetry_.On(pipeline::DrainStarted{});
  telemetry_.On(pipeline::AssignmentStarted{});  // was under way

  EXPECT_FALSE(telemetry_.Ready().fine);
  EXPECT_THAT(telemetry_.Ready().why, HasSubstr("draining"));
}

TEST_F(HealthTest, IsNotReadyOnceItHasFailedToPublishForAMinute) {
  telemetry_.On(pipeline::AssignmentStarted{});
  telemetry_.On(pipeline::PublishingFails{{.what = "timed out"},
                                          std::chrono::seconds(50)});
  EXPECT_TRUE(telemetry_.Ready().fine);

  telemetry_.On(pipeline::PublishingFails{{.what = "no broker"},
                                          std::chrono::seconds(60)});
  EXPECT_FALSE(telemetry_.Ready().fine);
  EXPECT_THAT(telemetry_.Ready().why,
              AllOf(HasSubstr("to commit has succeeded for 60 s"),
                    HasSubstr("the last error: no broker")));
  EXPECT_TRUE(telemetry_.Live().fine);

  telemetry_.On(pipeline::PublishingRecovered{std::chrono::seconds(61)});
  EXPECT_TRUE(telemetry_.Ready().fine);
}

TEST_F(HealthTest, SaysThatItCannotPublishWhileItJoins) {
  telemetry_.On(pipeline::IndexCaughtUp{7, 3});
  telemetry_.On(pipeline::PublishingFails{{.what = "no broker"},
                                          std::chrono::minutes(2)});

  EXPECT_THAT(telemetry_.Ready().why,
              AllOf(HasSubstr("first assignment"), HasSubstr("no broker")));
}

TEST_F(HealthTest, IsAliveUnlessAThreadDoesNotComeBack) {
  EXPECT_TRUE(telemetry_.Live().fine);
  Watch();
  EXPECT_TRUE(telemetry_.Live().fine);

  snapshot_.stalled = "decide";

  EXPECT_FALSE(telemetry_.Live().fine);
  EXPECT_THAT(telemetry_.Live().why, HasSubstr("decide"));
}

TEST_F(HealthTest, LooksAtNothingThatIsGone) {
  snapshot_.stalled = "decide";
  Watch();
  telemetry_.Watch(nullptr);

  EXPECT_TRUE(telemetry_.Live().fine);
}

}  // namespace
}  // namespace newsmill::telemetry
