#include "newsmill/files/file_sink.h"

#include <optional>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_folder.h"

namespace newsmill::files {
namespace {

using pipeline::OutputTopic;
using testing::TempFolder;

class FileSinkTest : public ::testing::Test {
 protected:
  OutputFile Open(std::string_view name) {
    return std::move(*OutputFile::Open(folder_.Path(name)));
  }
  static pipeline::OutputMessage MessageTo(OutputTopic topic,
                                           std::string_view value) {
    pipeline::OutputMessage message;
    message.topic = topic;
    message.value = value;
    return message;
  }
  static pipeline::OutputMessage DeadLetter(std::string_view value) {
    auto message = MessageTo(OutputTopic::kDeadLetters, value);
    message.headers = {{"newsmill-reason", "no_text"},
                       {"newsmill-detail", "too \"short\""}};
    return message;
  }

  TempFolder folder_;
  InputPlaces places_;
};

TEST_F(FileSinkTest, WritesEachKindToItsFile) {
  places_.Add({.file = "in.ndjson", .line = 7});
  FileSink sink({Open("records"), Open("duplicates"), Open("dead")}, places_);

  ASSERT_TRUE(sink.Publish(
      {.messages = {MessageTo(OutputTopic::kArticles, "a"),
                    MessageTo(OutputTopic::kDuplicates, "d"), DeadLetter("x")},
       .progress = {},
       .group_metadata = ""}));
  ASSERT_TRUE(sink.Close());

  EXPECT_EQ(folder_.Read("records"), "a\n");
  EXPECT_EQ(folder_.Read("duplicates"), "d\n");
  EXPECT_EQ(folder_.Read("dead"),
            "{\"reason\":\"no_text\",\"detail\":\"too \\\"short\\\"\","
            "\"file\":\"in.ndjson\",\"line\":7,\"value\":\"eA==\"}\n");
}

TEST_F(FileSinkTest, NamesTheItemAndTheInputIdOfADeadLetter) {
  places_.Add({.file = "feed.xml", .line = std::nullopt});
  FileSink sink({Open("records"), std::nullopt, Open("dead")}, places_);
  auto message = DeadLetter("xyz");
  message.headers.push_back({"newsmill-item", "2"});
  message.input_id = "abc";

  ASSERT_TRUE(sink.Publish(
      {.messages = {message}, .progress = {}, .group_metadata = ""}));

  EXPECT_EQ(folder_.Read("dead"),
            "{\"reason\":\"no_text\",\"detail\":\"too \\\"short\\\"\","
            "\"input_id\":\"abc\",\"file\":\"feed.xml\",\"item\":2,"
            "\"value\":\"eHl6\"}\n");
}

TEST_F(FileSinkTest, DropsWhatHasNoFile) {
  FileSink sink({Open("records"), std::nullopt, std::nullopt}, places_);

  ASSERT_TRUE(sink.Publish(
      {.messages = {MessageTo(OutputTopic::kDuplicates, "d"), DeadLetter("x")},
       .progress = {},
       .group_metadata = ""}));

  EXPECT_EQ(folder_.Read("records"), "");
}

TEST_F(FileSinkTest, RemembersProgress) {
  FileSink sink({Open("records"), std::nullopt, std::nullopt}, places_);
  const int32_t partitions[] = {0};

  EXPECT_EQ(sink.FetchProgress(partitions)->front().progress.next_offset, 0);
  pipeline::Progress progress{0, 5, {}};
  progress.metadata.log_read = 3;
  ASSERT_TRUE(sink.Publish(
      {.messages = {}, .progress = {progress}, .group_metadata = ""}));
  EXPECT_EQ(sink.FetchProgress(partitions)->front().progress, progress);
}

TEST_F(FileSinkTest, StopsWhenTheDiskIsFull) {
  FileSink sink(
      {std::move(*OutputFile::Open("/dev/full")), std::nullopt, std::nullopt},
      places_);

  const auto published =
      sink.Publish({.messages = {MessageTo(OutputTopic::kArticles, "a")},
                    .progress = {},
                    .group_metadata = ""});

  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().failure, pipeline::PublishFailure::kStop);
  EXPECT_EQ(published.error().what,
            "cannot write /dev/full: No space left on device");
}

}  // namespace
}  // namespace newsmill::files
