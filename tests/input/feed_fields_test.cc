#include "feed_fields.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

std::string UrlOf(std::string_view reference,
                  std::string base = "https://post.example/news/feed") {
  FeedPlace place;
  place.base_url = std::move(base);
  return UrlIn(reference, place);
}

TEST(FeedUrlTest, RemovesLineBreaksAndIndentation) {
  EXPECT_EQ(UrlOf("\n  https://post.example/town/\n      rain\n"),
            "https://post.example/town/rain");
  EXPECT_EQ(UrlOf("https://post.example/town\t/rain"),
            "https://post.example/town/rain");
  EXPECT_EQ(UrlOf("https://post.example/\r\nrain"),
            "https://post.example/rain");
  // An attribute has blanks for its line breaks.
  EXPECT_EQ(UrlOf("https://post.example/      rain"),
            "https://post.example/rain");
  EXPECT_EQ(UrlOf("/town/\n rain"), "https://post.example/town/rain");
}

TEST(FeedUrlTest, KeepsASingleBlank) {
  EXPECT_EQ(UrlOf("https://post.example/the rain.html"),
            "https://post.example/the%20rain.html");
}

TEST(FeedUrlTest, TakesTheFirstOfSeveralUrls) {
  EXPECT_EQ(UrlOf("https://post.example/1\n https://post.example/2"),
            "https://post.example/1");
  EXPECT_EQ(UrlOf("See: https://post.example/1"), "https://post.example/1");
}

TEST(FeedUrlTest, RefusesWhatIsNoUrl) {
  EXPECT_EQ(UrlOf(""), "");
  EXPECT_EQ(UrlOf("no link"), "");
  EXPECT_EQ(UrlOf("<a href='/1'>rain</a>"), "");
  EXPECT_EQ(UrlOf("#"), "");
  EXPECT_EQ(UrlOf("None"), "");
  EXPECT_EQ(UrlOf("none/1"), "https://post.example/news/none/1");
  EXPECT_EQ(UrlOf("https//post.example/1"), "");
  EXPECT_EQ(UrlOf("://post.example/1"), "");
  EXPECT_EQ(UrlOf("a//b"), "https://post.example/news/a//b");
  EXPECT_EQ(UrlOf("/rain?from=https://isle.example"),
            "https://post.example/rain?from=https://isle.example");
}

TEST(FeedUrlTest, ReadsUrlsThatWereEscapedTwice) {
  EXPECT_EQ(UrlOf("https://post.example/?a=1&amp;b=2&amp;c"),
            "https://post.example/?a=1&b=2&c");
}

TEST(FeedUrlTest, AHostWithoutASchemeIsNoPath) {
  EXPECT_EQ(UrlOf("www.post.example/rain"), "https://www.post.example/rain");
  EXPECT_EQ(UrlOf("//post.example/rain"), "https://post.example/rain");
}

TEST(FeedUrlTest, ARelativeUrlNeedsAKnownBase) {
  FeedPlace place;
  EXPECT_EQ(UrlIn("rain", place), "rain");

  place.base_is_unknown = true;
  EXPECT_EQ(UrlIn("rain", place), "");
  EXPECT_EQ(UrlIn("https://post.example/rain", place),
            "https://post.example/rain");
}

}  // namespace
}  // namespace newsmill::input
