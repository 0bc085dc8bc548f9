#include "newsmill/files/file_source.h"

#include <unistd.h>

#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_folder.h"

namespace newsmill::files {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::TempFolder;
constexpr std::chrono::milliseconds kNoWait{0};
constexpr int64_t kMaxBytes = 1 << 20;

class FileSourceTest : public ::testing::Test {
 protected:
  std::vector<model::RawMessage> ReadAll(std::vector<std::string> files) {
    FileSource source(
        std::move(files), kMaxBytes, places_,
        [this](const std::string& what) { unreadable_.push_back(what); });
    EXPECT_TRUE(
        std::holds_alternative<pipeline::Assigned>(source.Poll(true, kNoWait)));
    source.Start({});
    std::vector<model::RawMessage> messages;
    while (true) {
      auto event = source.Poll(true, kNoWait);
      if (std::holds_alternative<pipeline::Exhausted>(event)) break;
      if (auto* message = std::get_if<model::RawMessage>(&event)) {
        messages.push_back(std::move(*message));
      }
    }
    source.Close();
    return messages;
  }

  TempFolder folder_;
  InputPlaces places_;
  std::vector<std::string> unreadable_;
};

TEST_F(FileSourceTest, GivesAFileAsOneDocumentWithItsContentType) {
  const auto messages = ReadAll({folder_.Write("a.html", "<p>\n</p>\n")});

  ASSERT_THAT(messages, SizeIs(1));
  EXPECT_EQ(messages[0].value, "<p>\n</p>\n");
  EXPECT_EQ(model::FindHeader(messages[0].headers, "content-type"),
            "text/html");
  EXPECT_EQ(places_.Find(0).line, std::nullopt);
}

TEST_F(FileSourceTest, NumbersMessagesThroughAllFiles) {
  const std::string lines = folder_.Write("b.ndjson", "{\"a\":1}\n\n{}\n");

  const auto messages = ReadAll({folder_.Write("a.txt", "x"), lines});

  ASSERT_THAT(messages, SizeIs(3));
  EXPECT_EQ(messages[0].offset, 0);
  EXPECT_EQ(messages[1].offset, 1);
  EXPECT_EQ(messages[1].value, "{\"a\":1}");
  EXPECT_EQ(messages[2].offset, 2);
  EXPECT_EQ(places_.Find(2).file, lines);
  EXPECT_EQ(places_.Find(2).line, 3);
}

TEST_F(FileSourceTest, PassesOverAByteOrderMarkOfLines) {
  const auto messages =
      ReadAll({folder_.Write("a.ndjson", "\xEF\xBB\xBF{}\r\n")});

  ASSERT_THAT(messages, SizeIs(1));
  EXPECT_EQ(messages[0].value, "{}\r");
}

TEST_F(FileSourceTest, ReportsWhatItCannotReadAndGoesOn) {
  const auto messages =
      ReadAll({folder_.Path("missing.html"), folder_.Path(""),
               folder_.Write("x.ndjson.gz", ""), folder_.Write("a.txt", "x")});

  EXPECT_THAT(messages, SizeIs(1));
  EXPECT_THAT(unreadable_, ElementsAre(HasSubstr("missing.html: No such file"),
                                       HasSubstr("Is a directory"),
                                       HasSubstr("compressed NDJSON")));
}

TEST_F(FileSourceTest, KeepsWhatIsTooLargeWholeForItsDeadLetter) {
  const std::string large(3 * kMaxBytes, 'x');

  const auto messages = ReadAll({folder_.Write("a.txt", large)});

  ASSERT_THAT(messages, SizeIs(1));
  EXPECT_EQ(messages[0].value, large);
}

TEST_F(FileSourceTest, GivesNoMessageBeforeStartNorWhenNoneIsWanted) {
  FileSource source({folder_.Write("a.txt", "x")}, kMaxBytes, places_, {});
  const auto is_nothing = [](const pipeline::SourceEvent& event) {
    return std::holds_alternative<std::monostate>(event);
  };

  source.Poll(true, kNoWait);
  EXPECT_TRUE(is_nothing(source.Poll(true, kNoWait)));
  source.Start({});
  EXPECT_TRUE(is_nothing(source.Poll(false, kNoWait)));
  EXPECT_TRUE(
      std::holds_alternative<model::RawMessage>(source.Poll(true, kNoWait)));
}

TEST(ContentTypeOfTest, LooksAtTheEndOfTheName) {
  EXPECT_EQ(ContentTypeOf("a/B.HTM"), "text/html");
  EXPECT_EQ(ContentTypeOf("a.html.gz"), "text/html");
  EXPECT_EQ(ContentTypeOf("feed.xml"), "application/xml");
  EXPECT_EQ(ContentTypeOf("a.json.zst"), "application/json");
  EXPECT_EQ(ContentTypeOf("README"), "");
}

TEST_F(FileSourceTest, AClosedStandardInputIsReported) {
  const int kept = dup(0);
  close(0);

  EXPECT_THAT(ReadAll({"-"}), IsEmpty());
  EXPECT_THAT(unreadable_, ElementsAre("-: Bad file descriptor"));

  dup2(kept, 0);
  close(kept);
}

}  // namespace
}  // namespace newsmill::files
