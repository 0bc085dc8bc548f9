// Decide without threads: which commands it sends for which commands and log
// entries.

#include "decider.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/fake_log.h"
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

/// A worker on a log that it shares, and whose first rules have version 1.
class VersionTest : public DeciderTest {
 protected:
  class Notes : public Observer {
   public:
    void On(const Event& event) override {
      if (const auto* notice = std::get_if<Notice>(&event)) {
        texts.emplace_back(notice->text);
      } else if (const auto* entry = std::get_if<EntryApplied>(&event)) {
        effects.push_back(entry->effect);
      }
    }
    std::vector<std::string> texts;
    std::vector<dedup::Effect> effects;
  };

  VersionTest() {
    log_.Append({.anchor = {}, .content = TestTerms().genesis});
    PutInForce(model::kOldestFingerprintVersion);
    decider_.OpenLog();
    Claim(1, 0);
    Sent<ConfirmAssignment>();
  }
  void Claim(AssignmentId assignment, int64_t offset) {
    channels_.SetLive(assignment);
    decider_.Handle(ClaimPartitions{.assignment = assignment,
                                    .key = assignment * 11,
                                    .starts = {{.progress = {0, offset, {}}}}});
  }
  /// Appends the rules as another worker does.
  void PutInForce(uint16_t version) {
    model::RulesEntry rules = TestTerms().rules;
    rules.version = version;
    log_.Append({.anchor = {}, .content = rules});
  }
  int CountOf(dedup::Effect effect) const {
    return static_cast<int>(std::ranges::count(notes_.effects, effect));
  }

  testing::FakeLog log_;
  testing::FakeLogClient client_{log_};
  Notes notes_;
  Decider decider_{channels_, client_, TestTerms(), notes_,
                   /*one_order=*/false};
};

TEST_F(VersionTest, WritesTheVersionInForce) {
  decider_.Handle(MessageOf(1, 0, "text"));
  ASSERT_TRUE(Sent<InFlight>());

  PutInForce(model::kFingerprintVersion);
  decider_.Handle(LogReadable());
  decider_.Handle(MessageOf(1, 1, "text"));

  const auto second = Sent<InFlight>();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->verdicts[0].decision.relation, model::Relation::kExact);
  EXPECT_EQ(CountOf(dedup::Effect::kDecided), 2);
  EXPECT_EQ(CountOf(dedup::Effect::kOtherVersion), 0);
}

TEST_F(VersionTest, SaysOnceThatANewerVersionIsAvailable) {
  ASSERT_EQ(notes_.texts.size(), 1U);
  EXPECT_THAT(notes_.texts[0], HasSubstr("Version 2 is available"));
  EXPECT_THAT(notes_.texts[0], HasSubstr("--change-rules"));
}

TEST_F(VersionTest, AppendsEntriesAgainThatTheNewRulesHaveOvertaken) {
  decider_.Handle(MessageOf(1, 2, "other"));
  decider_.Handle(MessageOf(1, 1, "text"));
  // The rules are in the log, but not read yet. So the three messages are
  // appended in version 1 after them.
  PutInForce(model::kFingerprintVersion);
  decider_.Handle(MessageOf(1, 0, "text"));

  for (const auto relation :
       {model::Relation::kOriginal, model::Relation::kExact,
        model::Relation::kOriginal}) {
    const auto sent = Sent<InFlight>();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->verdicts[0].decision.relation, relation);
  }
  EXPECT_FALSE(Sent<InFlight>());
  EXPECT_EQ(CountOf(dedup::Effect::kDecided), 3);
  EXPECT_EQ(CountOf(dedup::Effect::kOtherVersion), 3);
  EXPECT_FALSE(HasNotified<AssignmentFenced>());
}

}  // namespace
}  // namespace newsmill::pipeline
