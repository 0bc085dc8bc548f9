#include "demo/samples.h"
#include "demo/show.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "program.h"

namespace newsmill::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SamplesTest, RepeatInTurn) {
  const size_t count = Samples().size();

  EXPECT_GE(count, 12U);
  EXPECT_EQ(SampleMessage(1).value, SampleMessage(count + 1).value);
}

TEST(LineOfTest, ShowsTitleSectionAndDate) {
  pipeline::OutputMessage message;
  message.value =
      R"({"title":"A bridge","published_at":"2026-03-02","section":"City",)"
      R"("dedup":{"relation":"original"}})";

  EXPECT_EQ(LineOf(message, /*colours=*/false),
            "→ original          A bridge  (City, 2026-03-02)\n");
}

TEST(LineOfTest, ShowsTheReasonOfADeadLetter) {
  pipeline::OutputMessage message;
  message.topic = pipeline::OutputTopic::kDeadLetters;
  message.headers = {{"newsmill-reason", "no_text"},
                     {"newsmill-detail", "too short"}};

  EXPECT_EQ(LineOf(message, /*colours=*/false),
            "✗ no_text           too short\n");
}

TEST(DemoTest, ShowsArticlesAndDeadLettersAndEndsByItself) {
  const TempFolder folder;

  const Ended ended = RunProgram(folder, "demo");

  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("→ original"), HasSubstr("✗ bad_envelope"),
                    HasSubstr("news.articles"), Not(HasSubstr("\033["))));
}

}  // namespace
}  // namespace newsmill::app
