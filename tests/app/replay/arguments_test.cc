#include "replay/arguments.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::app {
namespace {

using kafka::AtOffset;
using kafka::AtOffsets;
using kafka::AtTime;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr int64_t kNow = 1'800'000'000'000;

std::expected<ReplayBounds, Error> From(const std::string& from,
                                        const std::string& to = "now") {
  ReplayArguments arguments;
  arguments.from = from;
  arguments.to = to;
  return BoundsOf(arguments, kNow);
}

int64_t TimeOf(const std::string& from) {
  return std::get<AtTime>(From(from)->from).milliseconds;
}

TEST(ReplayBoundsTest, TheFutureCannotBeReplayed) {
  const auto bounds = From("2999-01-01T00:00:00Z");

  ASSERT_FALSE(bounds);
  EXPECT_TRUE(bounds.error().misconfigured);
  EXPECT_THAT(bounds.error().message, HasSubstr("in the future"));
}

TEST(ReplayBoundsTest, ATimeMayBeAbsoluteOrCountBackFromNow) {
  EXPECT_EQ(TimeOf("1970-01-02T00:00:01Z"), 86'401'000);
  EXPECT_EQ(TimeOf("1970-01-02T00:00:00+01:00"), 82'800'000);
  EXPECT_EQ(TimeOf("1970-01-02"), 86'400'000);
  EXPECT_EQ(TimeOf("1969-12-31T23:59:59.999Z"), 0);
  EXPECT_EQ(TimeOf("24h"), kNow - 86'400'000);
  EXPECT_EQ(TimeOf("7d"), kNow - 7 * 86'400'000);
}

TEST(ReplayBoundsTest, AnOffsetIsForAllPartitionsOrForEach) {
  EXPECT_EQ(std::get<AtOffset>(From("offset:17")->from).offset, 17);
  EXPECT_THAT(std::get<AtOffsets>(From("3:1200,0:0")->from).offsets,
              ElementsAre(Pair(0, 0), Pair(3, 1200)));
}

TEST(ReplayBoundsTest, TheEndsHaveNames) {
  const auto bounds = From("earliest", "latest");

  EXPECT_TRUE(std::holds_alternative<kafka::Earliest>(bounds->from));
  EXPECT_TRUE(std::holds_alternative<kafka::Latest>(bounds->to));
  EXPECT_TRUE(std::holds_alternative<kafka::Latest>(From("24h", "now")->to));
}

TEST(ReplayBoundsTest, WhatIsNoPlaceIsRefusedWithExamples) {
  for (const std::string text :
       {"", "10", "offset:", "offset:-1", "offset:x", "0:", ":1", "0:1,",
        "0:1;1:2", "0:1,0:2", "99999999999:1", "24", "-24h", "yesterday",
        "2026-13-01", "Now"}) {
    const auto from = From(text);
    ASSERT_FALSE(from) << text;
    EXPECT_TRUE(from.error().misconfigured);
    EXPECT_THAT(from.error().message, HasSubstr("--from: '" + text + "'"));
    EXPECT_THAT(from.error().message, HasSubstr("24h"));
  }
  EXPECT_THAT(From("24h", "soon").error().message, HasSubstr("--to: 'soon'"));
}

TEST(ReplayBoundsTest, WhatTheLogCannotHoldIsRefused) {
  const std::string longest = "offset:" + std::string(65'535 - 7, '0');

  EXPECT_TRUE(From(longest));
  EXPECT_FALSE(From(longest + "0"));
  EXPECT_FALSE(From("24h", longest + "0"));
  EXPECT_TRUE(From(longest + "0").error().misconfigured);
}

TEST(ReplayBoundsTest, AnEndBeforeItsBeginningIsRefused) {
  EXPECT_FALSE(From("1h", "2h"));
  EXPECT_FALSE(From("2h", "2h"));
  EXPECT_TRUE(From("2h", "1h"));
}

TEST(ReplayRateTest, IsMessagesOrBytes) {
  EXPECT_EQ(ParseRate("500")->messages_per_second, 500);
  EXPECT_EQ(ParseRate("500")->bytes_per_second, 0);
  EXPECT_EQ(ParseRate("2MiB")->bytes_per_second, 2 << 20);
  EXPECT_EQ(ParseRate("2MiB")->messages_per_second, 0);
  EXPECT_EQ(ParseRate("")->messages_per_second, 0);
  for (const std::string text : {"0", "-1", "fast", "5/s", "0MiB"}) {
    EXPECT_FALSE(ParseRate(text)) << text;
  }
}

// ---------------------------------------------------------------- the world

ReplayArguments Named(const std::string& name) {
  ReplayArguments arguments;
  arguments.name = name;
  return arguments;
}

TEST(ReplayConfigTest, HasNamesOfItsOwnButTheInput) {
  const config::Config live;

  const auto config = ReplayConfigOf(live, Named("may"));

  EXPECT_EQ(config->kafka.group, "newsmill.replay.may");
  EXPECT_EQ(config->kafka.topics.raw, "news.raw");
  EXPECT_EQ(config->kafka.topics.articles, "news.articles.replay.may");
  EXPECT_EQ(config->kafka.topics.duplicates, "news.duplicates.replay.may");
  EXPECT_EQ(config->kafka.topics.dead_letters, "news.deadletters.replay.may");
  EXPECT_EQ(config->kafka.topics.fingerprints, "news.fingerprints.replay.may");
}

TEST(ReplayConfigTest, ListensOnAPortOfItsOwn) {
  config::Config live;
  live.http.listen = "[::1]:9108";
  ReplayArguments arguments = Named("may");

  EXPECT_EQ(ReplayConfigOf(live, arguments)->http.listen, "[::1]:0");
  arguments.listen = "127.0.0.1:9200";
  EXPECT_EQ(ReplayConfigOf(live, arguments)->http.listen, "127.0.0.1:9200");
}

TEST(ReplayConfigTest, OtherNamesMayBeGiven) {
  ReplayArguments arguments = Named("may");
  arguments.group = "again";
  arguments.topics.articles = "corrected";

  const auto config = ReplayConfigOf({}, arguments);

  EXPECT_EQ(config->kafka.group, "again");
  EXPECT_EQ(config->kafka.topics.articles, "corrected");
  EXPECT_EQ(config->kafka.topics.duplicates, "news.duplicates.replay.may");
}

TEST(ReplayConfigTest, WhatIsLiveIsRefused) {
  const auto refused = [](auto change) {
    ReplayArguments arguments = Named("may");
    change(arguments);
    const auto config = ReplayConfigOf({}, arguments);
    return !config && config.error().misconfigured;
  };

  EXPECT_TRUE(refused([](auto& a) { a.group = "newsmill"; }));
  for (const char* topic : {"news.raw", "news.articles", "news.duplicates",
                            "news.deadletters", "news.fingerprints"}) {
    EXPECT_TRUE(refused([&](auto& a) { a.topics.articles = topic; })) << topic;
    EXPECT_TRUE(refused([&](auto& a) { a.topics.fingerprints = topic; }))
        << topic;
  }
  EXPECT_TRUE(refused([](auto& a) {
    a.topics.articles = "one";
    a.topics.duplicates = "one";
  }));
  EXPECT_FALSE(refused([](auto&) {}));
}

TEST(ReplayConfigTest, ANameThatFitsNoTopicIsRefused) {
  for (const std::string& name : {std::string(), std::string("a b"),
                                  std::string("a/b"), std::string(250, 'a')}) {
    EXPECT_FALSE(ReplayConfigOf({}, Named(name))) << name;
  }
}

}  // namespace
}  // namespace newsmill::app
