#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/json/reader.h"
#include "program.h"

namespace newsmill::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kStory =
    "Harbour bridge reopens two months early\n\n2 March 2026\n\n"
    "The swing bridge over the harbour reopened to traffic on Monday, two "
    "months earlier than planned and within its budget, the city said.\n\n"
    "Ferries will keep their extra crossings until the end of April.\n";

// Stories that differ, one envelope a line.
std::string Envelopes(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += "{\"id\":\"n" + std::to_string(i) +
             "\",\"content_type\":\"text/plain\",\"url\":\"https://a.example/" +
             std::to_string(i) + "\",\"content\":\"Story number " +
             std::to_string(i) +
             "\\n\\nThe council met on Monday and decided about item " +
             std::to_string(i * i + 17) +
             " of its long list of matters to be decided this year.\"}\n";
  }
  return lines;
}

int64_t Lines(const std::string& text) {
  return std::ranges::count(text, '\n');
}

class ProcessTest : public ::testing::Test {
 protected:
  Ended Run(const std::string& arguments) {
    return RunProgram(folder_, "process " + arguments);
  }
  TempFolder folder_;
};

TEST_F(ProcessTest, TurnsAFileIntoARecord) {
  const Ended ended = Run(folder_.Write("a.txt", kStory));

  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const auto record = json::Tree::Parse(ended.out);
  ASSERT_TRUE(record) << ended.out;
  EXPECT_EQ(record->root().Find("schema")->string(), "newsmill.article/1");
  EXPECT_FALSE(record->root().Find("provenance"));
  EXPECT_THAT(ended.err, HasSubstr("1 messages, 1 items in "));
}

TEST_F(ProcessTest, WritesTheSameBytesForAnyNumberOfThreads) {
  const std::string file = folder_.Write("a.ndjson", Envelopes(500));

  const Ended one = Run("--jobs 1 " + file);
  const Ended many = Run("--jobs 8 " + file);

  EXPECT_EQ(Lines(one.out), 500) << one.err;
  EXPECT_EQ(one.out, many.out);
}

TEST_F(ProcessTest, ReadsStandardInputAsLinesOrAsADocument) {
  const std::string lines = folder_.Write("lines", Envelopes(3));
  const std::string document = folder_.Write("document", kStory);

  EXPECT_EQ(Lines(Run("<" + lines).out), 3);
  EXPECT_EQ(Lines(Run("- <" + document).out), 1);
  const Ended empty = Run("</dev/null");
  EXPECT_EQ(empty.exit_code, 0);
  EXPECT_THAT(empty.out, IsEmpty());
}

TEST_F(ProcessTest, ABadLineIsADeadLetterWithItsPlace) {
  const std::string file =
      folder_.Write("a.ndjson", Envelopes(1) + "{broken\n" + "no json\n");

  const Ended ended =
      Run("--dead-letters " + folder_.Path("dead") + " " + file);

  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(Lines(ended.out), 1);
  const std::string dead = folder_.Read("dead");
  ASSERT_EQ(Lines(dead), 2);
  const auto letter = json::Tree::Parse(dead.substr(0, dead.find('\n')));
  ASSERT_TRUE(letter) << dead;
  EXPECT_EQ(letter->root().Find("reason")->string(), "bad_envelope");
  EXPECT_EQ(letter->root().Find("file")->string(), file);
  EXPECT_EQ(letter->root().Find("line")->number(), "2");
  EXPECT_EQ(letter->root().Find("value")->string(), "e2Jyb2tlbg==");
}

TEST_F(ProcessTest, AnUnreadableFileGivesOneAfterTheRestIsDone) {
  const Ended ended =
      Run(folder_.Path("missing.html") + " " + folder_.Write("a.txt", kStory));

  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(Lines(ended.out), 1);
  EXPECT_THAT(ended.err, HasSubstr("missing.html: No such file"));
}

TEST_F(ProcessTest, NamesUnknownKeysOfEnvelopes) {
  const std::string file = folder_.Write(
      "a.ndjson", "{\"content\": \"too short\", \"titel\": \"T\"}\n");

  EXPECT_THAT(Run(file).err, HasSubstr("ignored              1  unknown_key 1 "
                                       "(titel)\n"));
  EXPECT_THAT(RunProgram(folder_, "explain " + file).out,
              HasSubstr("ignored        titel: an envelope has no such key\n"));
}

TEST_F(ProcessTest, AFullDiskGivesOneAndSaysSo) {
  const Ended ended =
      Run("--records /dev/full " + folder_.Write("a.txt", kStory));

  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot write /dev/full: No space left"));
}

TEST_F(ProcessTest, RefusesToOverwriteItsInput) {
  const std::string file = folder_.Write("a.txt", kStory);

  const Ended ended = Run("--records " + file + " " + file);

  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_EQ(folder_.Read("a.txt"), kStory);
}

}  // namespace
}  // namespace newsmill::app
