#include "newsmill/files/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_folder.h"

namespace newsmill::files {
namespace {

using ::testing::ElementsAre;
using testing::TempFolder;
using Status = LineReader::Status;
constexpr std::chrono::milliseconds kNoWait{0};

class LineReaderTest : public ::testing::Test {
 protected:
  LineReader Open(std::string_view bytes, int64_t max_bytes) {
    const std::string path = folder_.Write("file", bytes);
    return {UniqueFd(open(path.c_str(), O_RDONLY)), max_bytes};
  }
  static std::vector<std::string> AllLines(LineReader& reader) {
    std::vector<std::string> lines;
    while (reader.PeekLine(kNoWait) == Status::kReady) {
      lines.emplace_back(reader.line());
      reader.SkipLine();
    }
    return lines;
  }

  TempFolder folder_;
};

TEST_F(LineReaderTest, SplitsAtNewlines) {
  LineReader reader = Open("a\n\nbc\nlast", 100);

  EXPECT_THAT(AllLines(reader), ElementsAre("a", "", "bc", "last"));
}

TEST_F(LineReaderTest, EndsWithoutALineAfterTheLastNewline) {
  LineReader reader = Open("a\n", 100);

  EXPECT_THAT(AllLines(reader), ElementsAre("a"));
}

TEST_F(LineReaderTest, GivesNothingOfAnEmptyFile) {
  LineReader reader = Open("", 100);

  EXPECT_EQ(reader.PeekLine(kNoWait), Status::kEnd);
}

TEST_F(LineReaderTest, CutsLongLinesAndGoesOnAfterThem) {
  LineReader reader = Open("abcdef\nghi\njklm", 3);

  EXPECT_THAT(AllLines(reader), ElementsAre("abc", "ghi", "jkl"));
}

TEST_F(LineReaderTest, CutsLinesThatSpanManyBlocks) {
  const std::string longer_than_a_block(3'000'000, 'x');
  LineReader reader = Open(longer_than_a_block + "\nnext\n", 1000);

  EXPECT_THAT(AllLines(reader), ElementsAre(std::string(1000, 'x'), "next"));
}

TEST_F(LineReaderTest, ReadsLinesThatSpanManyBlocks) {
  const std::string longer_than_a_block(3'000'000, 'x');
  LineReader reader = Open("a\n" + longer_than_a_block + "\nb", 4'000'000);

  EXPECT_THAT(AllLines(reader), ElementsAre("a", longer_than_a_block, "b"));
}

TEST_F(LineReaderTest, TakesTheRestFromAPeekedLineOn) {
  LineReader reader = Open("first\nsecond\n", 100);

  ASSERT_EQ(reader.PeekLine(kNoWait), Status::kReady);
  ASSERT_EQ(reader.ReadRest(kNoWait), Status::kReady);
  EXPECT_EQ(reader.TakeRest(), "first\nsecond\n");
  EXPECT_EQ(reader.PeekLine(kNoWait), Status::kEnd);
}

TEST_F(LineReaderTest, CutsTheRest) {
  LineReader reader = Open("first\nsecond\n", 8);

  ASSERT_EQ(reader.ReadRest(kNoWait), Status::kReady);
  EXPECT_EQ(reader.TakeRest(), "first\nse");
}

TEST_F(LineReaderTest, DoesNotWaitForASilentPipe) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const UniqueFd writer(ends[1]);
  LineReader reader{UniqueFd(ends[0]), 100};

  ASSERT_EQ(write(writer.get(), "half", 4), 4);
  EXPECT_EQ(reader.PeekLine(kNoWait), Status::kNothingYet);
  ASSERT_EQ(write(writer.get(), "\n", 1), 1);
  EXPECT_EQ(reader.PeekLine(kNoWait), Status::kReady);
  EXPECT_EQ(reader.line(), "half");
}

TEST_F(LineReaderTest, TellsWhyItCannotRead) {
  LineReader reader{UniqueFd(open("/", O_RDONLY)), 100};

  EXPECT_EQ(reader.PeekLine(kNoWait), Status::kBroken);
  EXPECT_EQ(reader.error().message, "Is a directory");
}

}  // namespace
}  // namespace newsmill::files
