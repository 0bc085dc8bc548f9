// Decide without threads: which commands it sends for which commands and log
// entries.

#include "decider.h"

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

using ::testing::HasSubstr;

class DeciderTest : public ::testing::Test {
 protected:
  DeciderTest() { decider_.OpenLog(); }

  /// Takes partition 0 from `offset` on.
  void Claim(AssignmentId assignment, int64_t offset) {
    channels_.SetLive(assignment);
    decider_.Handle(ClaimPartitions{.assignment = assignment,
                                    .key = assignment * 11,
                                    .starts = {{.progress = {0, offset, {}}}}});
  }
  InFlight MessageOf(AssignmentId assignment, int64_t offset,
                     const std::string& text) {
    InFlight in_flight{
        .assignment = assignment,
        .sequence = static_cast<uint64_t>(offset),
        .message = {.topic = "raw",
                    .partition = 0,
                    .offset = offset,
                    .key = {},
                    .value = text,
                    .headers = {}},
        .charge = channels_.budget.ForceCharge(kMessageOverheadBytes)};
    in_flight.outcomes = ProcessText(in_flight.message);
    return in_flight;
  }
  /// The next command to the publish thread, if it is a T.
  template <typename T>
  std::optional<T> Sent() {
    auto command = channels_.to_publish.TryPop();
    if (!command || !std::holds_alternative<T>(*command)) return std::nullopt;
    return std::get<T>(*std::move(command));
  }
  template <typename T>
  bool HasNotified() {
    while (const auto notice = channels_.to_intake.TryPop()) {
      if (std::holds_alternative<T>(*notice)) return true;
    }
    return false;
  }

  Channels channels_{int64_t{1} << 20, /*extraction_threads=*/1};
  LocalLog log_;
  CountingObserver observer_;
  Decider decider_{channels_, log_, TestTerms(), observer_,
                   /*one_order=*/false};
};

TEST_F(DeciderTest, ReportsThatTheIndexIsReady) {
  EXPECT_TRUE(HasNotified<IndexReady>());
}

TEST_F(DeciderTest, AsksForAConfirmationWhenItsClaimsAreRead) {
  Claim(1, 5);

  const auto confirm = Sent<ConfirmAssignment>();
  ASSERT_TRUE(confirm);
  EXPECT_EQ(confirm->starts[0].next_offset, 5);
  EXPECT_FALSE(confirm->rewound);
}

TEST_F(DeciderTest, SaysWithTheClaimsThatOffsetsWereSetBack) {
  Claim(1, 0);
  decider_.Handle(
      Committed{.assignment = 1, .key = 11, .progress = {{0, 8, {}}}});
  decider_.Handle(AssignmentOver{1, AbandonCause::kRevoke});
  Sent<ConfirmAssignment>();

  Claim(2, 4);

  const auto confirm = Sent<ConfirmAssignment>();
  ASSERT_TRUE(confirm && confirm->rewound);
  EXPECT_THAT(confirm->rewound->message, HasSubstr("begin at offset 4"));
  EXPECT_FALSE(HasNotified<Stopped>()) << "the coordinator has to confirm it";
}

TEST_F(DeciderTest, ForwardsMessagesInOffsetOrderWithTheirDecisions) {
  Claim(1, 0);
  Sent<ConfirmAssignment>();

  decider_.Handle(MessageOf(1, 1, "text"));
  EXPECT_EQ(channels_.to_publish.size(), 0U) << "offset 0 is missing";
  decider_.Handle(MessageOf(1, 0, "text"));

  const auto first = Sent<InFlight>();
  const auto second = Sent<InFlight>();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->message.offset, 0);
  EXPECT_EQ(first->verdicts[0].decision.relation, model::Relation::kOriginal);
  EXPECT_EQ(second->message.offset, 1);
  EXPECT_EQ(second->verdicts[0].decision.relation, model::Relation::kExact);
}

TEST_F(DeciderTest, GivesTheAssignmentUpWhenAnotherWorkerClaimsThePartition) {
  Claim(1, 0);
  ASSERT_TRUE(log_.Append(
      {.anchor = {},
       .content = model::ClaimEntry{.partition = 0, .assignment = 99}}));

  decider_.Handle(LogReadable());
  EXPECT_TRUE(HasNotified<AssignmentFenced>());

  decider_.Handle(MessageOf(1, 0, "text"));
  EXPECT_EQ(observer_.abandoned, 1);
}

TEST_F(DeciderTest, DropsWhatAnEndedAssignmentHasLeft) {
  Claim(1, 0);
  decider_.Handle(MessageOf(1, 1, "waits for offset 0"));

  decider_.Handle(AssignmentOver{1, AbandonCause::kRevoke});
  decider_.Handle(MessageOf(1, 0, "comes too late"));

  EXPECT_EQ(observer_.abandoned, 2);
  EXPECT_EQ(channels_.budget.used(), 0);
}

TEST_F(DeciderTest, IgnoresAClaimOfAnAssignmentThatHasEnded) {
  decider_.Handle(AssignmentOver{1, AbandonCause::kRevoke});

  Claim(1, 0);

  EXPECT_FALSE(Sent<ConfirmAssignment>());
}

}  // namespace
}  // namespace newsmill::pipeline
