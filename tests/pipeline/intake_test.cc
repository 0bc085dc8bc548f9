// Intake without threads: what it does with events and notices, step by step.

#include "intake.h"

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Gives the events of a list, and records the calls that change something.
class ScriptedSource : public Source {
 public:
  SourceEvent Poll(bool want_messages, milliseconds /*timeout*/) override {
    ++polls;
    if (events.empty()) return {};
    const bool is_message =
        std::holds_alternative<model::RawMessage>(events.front());
    if (is_message && !want_messages) return {};
    SourceEvent event = std::move(events.front());
    events.pop_front();
    return event;
  }
  void Start(std::span<const Progress> starts) override {
    calls.push_back("start at " + std::to_string(starts[0].next_offset));
  }
  void Release() override { calls.emplace_back("release"); }
  void Rejoin() override { calls.emplace_back("rejoin"); }
  void Close() override { calls.emplace_back("close"); }

  std::deque<SourceEvent> events;
  std::vector<std::string> calls;
  int polls = 0;
};

class IntakeTest : public ::testing::Test {
 protected:
  static constexpr int64_t kBudget = 3000;  // one message, not two

  void Poll(SourceEvent event) {
    source_.events.push_back(std::move(event));
    intake_.PollOnce();
  }
  void Notify(IntakeNotice notice) {
    channels_.to_intake.Push(std::move(notice));
    intake_.PollOnce();
  }
  /// The next command to the publish thread, which must be a T.
  template <typename T>
  T Sent() {
    auto command = channels_.to_publish.TryPop();
    EXPECT_TRUE(command && std::holds_alternative<T>(*command));
    return command ? std::get<T>(*std::move(command)) : T();
  }
  /// Assigns partition 0, and returns the assignment.
  AssignmentId Assign() {
    Notify(IndexReady());
    Poll(Assigned{.partitions = {0}, .group_metadata = "member"});
    return Sent<BeginAssignment>().assignment;
  }
  AssignmentId Start(int64_t offset) {
    const AssignmentId assignment = Assign();
    Notify(AssignmentConfirmed{assignment, {{0, offset, {}}}, std::nullopt});
    return assignment;
  }
  static model::RawMessage MessageAt(int64_t offset) {
    return {.topic = "raw",
            .partition = 0,
            .offset = offset,
            .key = {},
            .value = "text",
            .headers = {}};
  }

  Channels channels_{kBudget, /*extraction_threads=*/1};
  ScriptedSource source_;
  CountingObserver observer_;
  std::atomic<bool> drain_requested_ = false;
  int sink_interrupts_ = 0;
  Intake intake_{{.channels = channels_,
                  .source = source_,
                  .interrupt_sink = [this] { ++sink_interrupts_; },
                  .interrupt_log = [] {},
                  .observer = observer_,
                  .drain_requested = drain_requested_,
                  .drain_timeout = std::chrono::hours(1),
                  .one_order = false}};
};

TEST_F(IntakeTest, DoesNotJoinTheGroupBeforeTheIndexHasCaughtUp) {
  intake_.PollOnce();
  EXPECT_EQ(source_.polls, 0);

  Notify(IndexReady());
  EXPECT_EQ(source_.polls, 1);
}

TEST_F(IntakeTest, StartsAnAssignmentWhenTheCoordinatorHasConfirmedIt) {
  const AssignmentId assignment = Assign();
  intake_.PollOnce();
  EXPECT_THAT(source_.calls, IsEmpty());
  EXPECT_FALSE(channels_.IsLive(assignment));

  Notify(AssignmentConfirmed{assignment, {{0, 5, {}}}, std::nullopt});
  EXPECT_THAT(source_.calls, ElementsAre("start at 5"));
  EXPECT_TRUE(channels_.IsLive(assignment));
}

TEST_F(IntakeTest, StopsWhenTheConfirmedOffsetsWereSetBack) {
  const AssignmentId assignment = Assign();

  Notify(AssignmentConfirmed{assignment, {{0, 5, {}}}, Error{"set back"}});
  EXPECT_EQ(Sent<EndAssignment>().ending, Ending::kDiscard);
  Notify(AssignmentClosed{assignment});

  const auto ended = intake_.RunIntakeLoop();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().message, "set back");
  EXPECT_THAT(source_.calls, ElementsAre("close"));
}

TEST_F(IntakeTest, DoesNotStartAnAssignmentThatWasFencedBefore) {
  const AssignmentId assignment = Assign();

  Notify(AssignmentFenced{assignment});
  Notify(AssignmentConfirmed{assignment, {{0, 5, {}}}, std::nullopt});

  EXPECT_THAT(source_.calls, ElementsAre("rejoin"));
  EXPECT_FALSE(channels_.IsLive(assignment));
}

TEST_F(IntakeTest, RejoinsOnceThoughTwoThreadsReportTheFence) {
  const AssignmentId assignment = Start(0);

  Notify(AssignmentFenced{assignment});
  Notify(AssignmentFenced{assignment});

  EXPECT_THAT(source_.calls, ElementsAre("start at 0", "rejoin"));
}

TEST_F(IntakeTest, ReleasesARevokedAssignmentWhenPublishHasClosedIt) {
  const AssignmentId assignment = Start(0);

  Poll(Revoked{.lost = false});
  EXPECT_EQ(Sent<EndAssignment>().ending, Ending::kCommit);
  EXPECT_THAT(source_.calls, ElementsAre("start at 0"));

  Notify(AssignmentClosed{assignment});
  EXPECT_THAT(source_.calls, ElementsAre("start at 0", "release"));
}

TEST_F(IntakeTest, HoldsAMessageUntilTheBudgetHasRoom) {
  Start(0);
  Poll(MessageAt(0));
  Poll(MessageAt(1));
  EXPECT_EQ(channels_.to_extract.size(), 1U);

  channels_.to_extract.TryPop();  // drops the message with its charge
  intake_.PollOnce();

  const auto second = channels_.to_extract.TryPop();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->message.offset, 1);
  EXPECT_EQ(second->sequence, 1U);
}

TEST_F(IntakeTest, AdmitsNoOffsetTwiceAndNoneBelowTheStart) {
  Start(7);

  Poll(MessageAt(6));
  EXPECT_FALSE(channels_.to_extract.TryPop());
  Poll(MessageAt(7));
  EXPECT_TRUE(channels_.to_extract.TryPop());
  Poll(MessageAt(7));
  EXPECT_FALSE(channels_.to_extract.TryPop());
}

TEST_F(IntakeTest, ADrainWaitsForTheMessagesInFlight) {
  const AssignmentId assignment = Start(0);
  Poll(MessageAt(0));

  drain_requested_ = true;
  intake_.PollOnce();
  Sent<CommitSoon>();
  EXPECT_EQ(channels_.to_publish.size(), 0U) << "a message is in flight";

  channels_.to_extract.TryPop();
  intake_.PollOnce();
  EXPECT_EQ(Sent<EndAssignment>().ending, Ending::kDiscard);
  Notify(AssignmentClosed{assignment});
  EXPECT_TRUE(intake_.RunIntakeLoop());
  EXPECT_EQ(sink_interrupts_, 0);
}

}  // namespace
}  // namespace newsmill::pipeline
