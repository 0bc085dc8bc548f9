// Each limit of the input, just kept and just broken: what is too much is one
// dead letter that names the option.
#include <ctime>

#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

model::RawMessage MessageOf(std::string value, std::string type = "") {
  model::RawMessage message;
  message.value = std::move(value);
  message.headers = {{"content-type", std::move(type)}};
  return message;
}

/// "" where it was taken; else its reason and detail.
std::string RefusalOf(const model::RawMessage& message,
                      const Options& options) {
  const auto items = Decode(message, options);
  if (items.front()) return "";
  EXPECT_EQ(items.size(), 1U);
  return std::string(model::Name(items[0].error().reason)) + ": " +
         items[0].error().detail;
}

void ExpectLimit(const std::string& refusal, const std::string& option) {
  EXPECT_TRUE(refusal.starts_with("limit: ")) << refusal;
  EXPECT_NE(refusal.find("(input." + option + ")"), std::string::npos)
      << refusal;
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string Rss(const std::string& item) {
  return "<rss><channel><item><title>t</title>" + item +
         "</item></channel></rss>";
}

std::string JsonFeed(const std::string& members) {
  return R"({"version": "https://jsonfeed.org/version/1.1", )" + members +
         R"("items": [{"id": "1", "content_text": "x"}]})";
}

TEST(LimitsTest, ValuesOfAJsonFeed) {
  const auto feed =
      MessageOf(JsonFeed("\"x\": [1, 2, 3], "), "application/feed+json");

  EXPECT_EQ(RefusalOf(feed, {.max_json_values = 10}), "");
  ExpectLimit(RefusalOf(feed, {.max_json_values = 9}), "max_json_values");
}

TEST(LimitsTest, DepthOfAJsonFeed) {
  const auto feed =
      MessageOf(JsonFeed("\"x\": [[[[]]]], "), "application/feed+json");

  EXPECT_EQ(RefusalOf(feed, {.max_json_depth = 5}), "");
  ExpectLimit(RefusalOf(feed, {.max_json_depth = 4}), "max_json_depth");
}

TEST(LimitsTest, AnEnvelopeHasTheSame) {
  const auto envelope = MessageOf(R"({"content": "x", "y": [[1, 2]]})");

  EXPECT_EQ(RefusalOf(envelope, {.max_json_depth = 3, .max_json_values = 6}),
            "");
  ExpectLimit(RefusalOf(envelope, {.max_json_values = 5}), "max_json_values");
  ExpectLimit(RefusalOf(envelope, {.max_json_depth = 2}), "max_json_depth");
}

TEST(LimitsTest, JsonNestedWithoutEnd) {
  const auto deep = MessageOf(Repeated("{\"a\":", 100'000));

  ExpectLimit(RefusalOf(deep, {}), "max_json_depth");
}

TEST(LimitsTest, ElementsInEachOther) {
  for (const char* root : {"rss", "newsItem"}) {
    const auto deep =
        MessageOf("<" + std::string(root) + ">" + Repeated("<x>", 20'000));

    ExpectLimit(RefusalOf(deep, {}), "max_xml_depth");
  }
}

TEST(LimitsTest, EntitiesThatGrow) {
  std::string bomb = "<!DOCTYPE r [<!ENTITY a0 \"" + Repeated("ha", 50) + "\">";
  for (int i = 1; i < 9; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" +
            Repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  bomb += "]>";

  for (const char* document :
       {"<rss><channel><item><title>&a8;</title></item></channel></rss>",
        "<newsItem><contentMeta><headline>&a8;</headline></contentMeta>"
        "</newsItem>",
        "<nitf><body><body.content><p>&a8;</p></body.content></body></nitf>"}) {
    const auto refusal = RefusalOf(MessageOf(bomb + document), {});
    EXPECT_TRUE(refusal.starts_with("limit: ")) << refusal;
  }
}

TEST(LimitsTest, TextThatEntitiesGiveCountsAsUnpacked) {
  const auto message = MessageOf(
      "<!DOCTYPE nitf [<!ENTITY a \"" + std::string(90, 'x') +
      "\">]><nitf>"
      "<body><body.content><p>&a;&a;</p></body.content></body></nitf>");

  EXPECT_EQ(RefusalOf(message, {.max_unpacked_bytes = 180}), "");
  ExpectLimit(RefusalOf(message, {.max_unpacked_bytes = 179}),
              "max_unpacked_bytes");
}

TEST(LimitsTest, AHugeAttributeIsRead) {
  const std::string huge(2'000'000, 'x');

  EXPECT_EQ(RefusalOf(MessageOf(Rss("<enclosure url=\"" + huge + "\"/>")), {}),
            "");
  EXPECT_EQ(RefusalOf(MessageOf("<newsItem guid=\"" + huge + "\"/>"), {}), "");
}

TEST(LimitsTest, NamesOfAnItem) {
  const auto many = [](int count) {
    std::string tags;
    for (int i = 0; i < count; ++i) {
      tags += "<category>" + std::to_string(i) + "</category>";
    }
    return MessageOf(Rss(tags));
  };
  const auto json = [](const std::string& tags) {
    return MessageOf(R"({"uri": "u", "body_text": "x", "keywords": [)" + tags +
                     "]}");
  };

  EXPECT_EQ(RefusalOf(many(10), {.max_names = 10}), "");
  ExpectLimit(RefusalOf(many(11), {.max_names = 10}), "max_names");
  EXPECT_EQ(RefusalOf(json(R"("a", "b")"), {.max_names = 2}), "");
  ExpectLimit(RefusalOf(json(R"("a", "b", "c")"), {.max_names = 2}),
              "max_names");
  ExpectLimit(RefusalOf(many(100'000), {}), "max_names");
}

// What is said once and copied into every item grows with their product.
TEST(LimitsTest, WhatAFeedSaysOfAllItsItems) {
  const auto feed =
      MessageOf("<rss><channel><title>" + std::string(1000, 'x') + "</title>" +
                Repeated("<item/>", 10) + "</channel></rss>");

  EXPECT_EQ(RefusalOf(feed, {.max_unpacked_bytes = 10'000}), "");
  ExpectLimit(RefusalOf(feed, {.max_unpacked_bytes = 9'999}),
              "max_unpacked_bytes");
}

TEST(LimitsTest, WhatAPackageSaysOfAllItsItems) {
  const auto package = MessageOf(
      "<packageItem><itemMeta><provider><name>" + std::string(1000, 'x') +
      "</name></provider></itemMeta><groupSet><group>" +
      Repeated("<itemRef><description>d</description></itemRef>", 10) +
      "</group></groupSet></packageItem>");

  EXPECT_EQ(RefusalOf(package, {.max_unpacked_bytes = 10'000}), "");
  ExpectLimit(RefusalOf(package, {.max_unpacked_bytes = 9'999}),
              "max_unpacked_bytes");
}

TEST(LimitsTest, WhatAnEnvelopeSaysOfAllItsItems) {
  auto feed = MessageOf("<rss><channel>" + Repeated("<item/>", 10) +
                        "</channel></rss>");
  feed.headers.push_back({"source", std::string(1000, 'x')});

  EXPECT_EQ(RefusalOf(feed, {.max_unpacked_bytes = 10'000}), "");
  ExpectLimit(RefusalOf(feed, {.max_unpacked_bytes = 9'999}),
              "max_unpacked_bytes");
}

TEST(LimitsTest, WhatIsTooLongForABaseIsNone) {
  const auto items = Decode(
      MessageOf("<feed xml:base=\"http://a.example/" + std::string(9000, 'x') +
                "/\" xml:lang=\"" + std::string(65, 'e') +
                "\"><entry><title>t</title></entry></feed>"),
      {});

  ASSERT_TRUE(items[0]);
  EXPECT_EQ(items[0]->feed.base_url, "");
  EXPECT_EQ(items[0]->feed.language, "");
}

// A name is looked up among all bound prefixes.
TEST(LimitsTest, ManyNamespacesCostNoMoreThanTheirBytes) {
  std::string root = "<rss";
  for (int i = 0; i < 40'000; ++i) {
    root += " xmlns:n" + std::to_string(i) + "=\"u\"";
  }
  const auto feed =
      MessageOf(root + "><channel><item>" + Repeated("<a/>", 400'000) +
                "</item></channel></rss>");

  EXPECT_EQ(RefusalOf(feed, {}), "");
}

/// CPU time of a ninjs document that has many keys with that beginning.
std::clock_t TimeOfManyKeys(const std::string& prefix) {
  std::string item = R"({"uri": "u", "body_text": "x")";
  for (int i = 0; i < 50'000; ++i) {
    item += ", \"" + prefix + std::to_string(i) + "\": \"x\"";
  }
  const auto message = MessageOf(item + "}");
  const std::clock_t begin = std::clock();
  EXPECT_EQ(RefusalOf(message, {}), "");
  return std::clock() - begin;
}

// Each is looked at; none is searched for among the others.
TEST(LimitsTest, KeysThatMeanSomethingCostNotMuchMoreThanOthers) {
  EXPECT_LT(TimeOfManyKeys("body_"), 30 * (TimeOfManyKeys("other_") + 1));
}

}  // namespace
}  // namespace newsmill::input
