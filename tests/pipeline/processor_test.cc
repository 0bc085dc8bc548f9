#include "newsmill/pipeline/processor.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::pipeline {
namespace {

using testing::HasSubstr;

constexpr std::string_view kText =
    "Ferry sails again after the storm\n\nThe ferry sailed again on Monday, "
    "three weeks after the storm had closed the harbour of the island.\n";

Outcome OutcomeOf(std::string value, const ProcessorOptions& options = {}) {
  model::RawMessage message;
  message.value = std::move(value);
  std::vector<Outcome> outcomes = Process(options, message);
  EXPECT_EQ(outcomes.size(), 1U);
  return std::move(outcomes.front());
}

model::Rejection RejectionOf(std::string value,
                             const ProcessorOptions& options = {}) {
  Outcome outcome = OutcomeOf(std::move(value), options);
  return std::get<model::Rejection>(std::move(outcome.content));
}

TEST(ProcessTest, ATextBecomesARecordWithItsFingerprint) {
  const Outcome outcome = OutcomeOf(std::string(kText));

  const auto& record = std::get<output::PreparedRecord>(outcome.content);
  EXPECT_THAT(record.head,
              HasSubstr(R"("title":"Ferry sails again after the storm")"));
  EXPECT_NE(outcome.fingerprints.newest.text, model::Hash128());
  EXPECT_FALSE(outcome.item);
}

TEST(ProcessTest, WithoutDedupTheSameTextHasAnotherFingerprintAtEachOffset) {
  ProcessorOptions options;
  options.deduplicate = false;
  model::RawMessage message;
  message.value = kText;
  const auto first = Process(options, message).front().fingerprints.newest;
  message.offset = 1;
  const auto second = Process(options, message).front().fingerprints.newest;

  EXPECT_NE(first.text, second.text);
  EXPECT_NE(first.article, second.article);
}

TEST(ProcessTest, TheFirstOutcomeNamesTheIgnoredFields) {
  const Outcome outcome =
      OutcomeOf(R"({"content": "short", "url": "x", "titel": "T"})");

  ASSERT_EQ(outcome.ignored.named.size(), 2U);
  EXPECT_EQ(outcome.ignored.named[0].name, "titel");
  EXPECT_EQ(outcome.ignored.named[1].name, "url");
}

TEST(ProcessTest, EachStageMayRefuse) {
  EXPECT_EQ(RejectionOf("{").reason, model::Reason::kBadEnvelope);
  EXPECT_EQ(RejectionOf("too short").reason, model::Reason::kNoText);
  ProcessorOptions narrow;
  narrow.output.max_record_bytes = 700;
  EXPECT_EQ(RejectionOf(std::string(kText), narrow).reason,
            model::Reason::kRecordTooLarge);
}

TEST(ProcessTest, ARejectionNamesTheInput) {
  EXPECT_EQ(RejectionOf(R"({"id": "7", "content": "short"})").input_id, "7");
  EXPECT_EQ(RejectionOf(R"({"id": "8", "content": 1})").input_id, "8");
}

TEST(ProcessTest, TheSameMessageGivesTheSameBytes) {
  const Outcome once = OutcomeOf(std::string(kText));
  const Outcome again = OutcomeOf(std::string(kText));

  EXPECT_EQ(std::get<output::PreparedRecord>(once.content).head,
            std::get<output::PreparedRecord>(again.content).head);
  EXPECT_EQ(once.fingerprints.newest.text, again.fingerprints.newest.text);
}

}  // namespace
}  // namespace newsmill::pipeline
