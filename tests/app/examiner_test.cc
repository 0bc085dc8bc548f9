#include "examiner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "examination.h"
#include "gmock/gmock.h"
#include "newsmill/base/mutex.h"
#include "program.h"

namespace newsmill::app {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NEWSMILL_ADDRESS_SANITIZED
#endif
#endif
#ifdef NEWSMILL_ADDRESS_SANITIZED
constexpr bool kIsAddressSanitized = true;
#else
constexpr bool kIsAddressSanitized = false;
#endif

using ::testing::HasSubstr;

TEST(ExaminationTest, ReadsBackWhatItWrites) {
  const Examination written{
      .config = "kafka:\n",
      .message = {.topic = "raw",
                  .partition = 3,
                  .offset = 12,
                  .timestamp_ms = -1,
                  .key = std::nullopt,
                  .value = std::string("a\0b", 3),
                  .headers = {{"content-type", "text/html"}, {"x", {}}}}};

  const auto read = DecodeExamination(Encode(written));

  ASSERT_TRUE(read);
  EXPECT_EQ(read->config, written.config);
  EXPECT_EQ(read->message.topic, "raw");
  EXPECT_EQ(read->message.partition, 3);
  EXPECT_EQ(read->message.offset, 12);
  EXPECT_EQ(read->message.timestamp_ms, -1);
  EXPECT_EQ(read->message.key, std::nullopt);
  EXPECT_EQ(read->message.value, written.message.value);
  EXPECT_EQ(read->message.headers.size(), 2U);
  EXPECT_EQ(read->message.headers[1].value, std::nullopt);
}

TEST(ExaminationTest, IsNoneForOtherBytes) {
  const std::string bytes = Encode({.config = "x", .message = {}});
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeExamination(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(DecodeExamination(bytes + "x"));
  EXPECT_FALSE(DecodeExamination(std::string(400, '\xff')));
}

class ExamineCommandTest : public ::testing::Test {
 protected:
  Ended Examine(const std::string& input) {
    return RunProgram(folder_, "examine <'" + folder_.Write("in", input) + "'");
  }
  TempFolder folder_;
};

TEST_F(ExamineCommandTest, EndsInOrderForAMessageThatCanBeProcessed) {
  if (kIsAddressSanitized) {
    GTEST_SKIP() << "the sanitizer needs more memory than the command may use";
  }
  config::Config config;
  config.kafka.properties["sasl.password"] = "secret";
  const std::string input =
      Encode({.config = config::ToYaml(config),
              .message = {.topic = "raw",
                          .key = {},
                          .value = "A headline\n\nAnd a text of a few words.",
                          .headers = {}}});

  const Ended ended = Examine(input);

  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.err, "");
}

TEST_F(ExamineCommandTest, RefusesWhatIsNoExamination) {
  EXPECT_EQ(Examine("<html>").exit_code, 2);
}

TEST_F(ExamineCommandTest, IsNotForPeople) {
  EXPECT_THAT(RunProgram(folder_, "--help").out,
              ::testing::Not(HasSubstr("examine")));
}

}  // namespace
}  // namespace newsmill::app
