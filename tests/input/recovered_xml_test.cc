// Documents that are not well-formed, and what is read of them.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::Document;
using model::Reason;
using testing::ElementsAre;

std::vector<Item> Decoded(std::string feed,
                          std::string type = "application/xml",
                          const Options& options = {}) {
  model::RawMessage message;
  message.value = std::move(feed);
  message.headers = {{"content-type", std::move(type)}};
  return Decode(message, options);
}

std::string Rss(const std::string& inside) {
  return "<?xml version=\"1.0\"?><rss><channel><title>Pond Post</title>" +
         inside + "</channel></rss>";
}

constexpr std::string_view kSecond =
    "<item><title>Second</title><description>Two.</description></item>";

/// Returns title and content of each item, as "title: content".
std::vector<std::string> Read(std::string feed,
                              std::string type = "application/xml") {
  std::vector<std::string> read;
  for (const Item& item : Decoded(std::move(feed), std::move(type))) {
    read.push_back(item ? item->feed.title + ": " + item->content
                        : "rejected: " + item.error().detail);
  }
  return read;
}

/// Reads a feed with this item and a second one. Returns the first item. Tests
/// that the second one is complete.
Document First(const std::string& item) {
  const auto items = Decoded(Rss(item + std::string(kSecond)));
  EXPECT_EQ(items.size(), 2U) << item;
  if (items.size() != 2 || !items[0] || !items[1]) return {};
  EXPECT_EQ(items[1]->feed.title, "Second");
  EXPECT_EQ(items[1]->content, "Two.");
  EXPECT_TRUE(items[1]->feed.is_recovered);
  return *items[0];
}

TEST(RecoveredXmlTest, AWellFormedFeedIsNotRecovered) {
  EXPECT_FALSE(Decoded(Rss(std::string(kSecond)))[0]->feed.is_recovered);
}

TEST(RecoveredXmlTest, WrongEndTagsLoseNoItem) {
  EXPECT_EQ(First("<item><title>A</title><description><p><b>x</p></b>"
                  "</description></item>")
                .content,
            "<p><b>x</b></p>");
  for (const char* item :
       {"<item><title>A</title><description>x</description></guid></item>",
        "<item><title>A</title></p></b></i><description>x</description></item>",
        "<item><title>A</title><description>x</item>",
        "<item><title>A</title><description>x</description>",
        "<item><title>A<description>x</description></item>",
        "<item><title>A</title><description>x</Description></item>"}) {
    const Document first = First(item);
    EXPECT_EQ(first.feed.title, "A") << item;
    EXPECT_EQ(first.content, "x") << item;
  }
}

TEST(RecoveredXmlTest, HtmlThatIsNotEscapedKeepsItsText) {
  const Document first = First(
      "<item><title>A</title><description><p>x<br>y<p>z <img "
      "src=i.png></description></item>");

  EXPECT_EQ(first.content, "<p>x<br>y</p><p>z <img src=\"i.png\"></p>");
}

TEST(RecoveredXmlTest, ManyElementsThatDoNotEndAreNotDeep) {
  for (const char* line : {"<p>line<br>", "<li>line", "<br>"}) {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += line;
    EXPECT_EQ(First("<item><title>A</title><description>x" + lines +
                    "</description></item>")
                  .feed.title,
              "A");
  }
}

TEST(RecoveredXmlTest, AttributesMayBeUnquotedDoubledOrEmpty) {
  for (const char* tag :
       {"<guid isPermaLink=false>",
        "<guid isPermaLink=\"false\" "
        "isPermaLink=\"true\">",
        "<guid hidden isPermaLink='false'>", "<guid isPermaLink=\"false>"}) {
    const Document first = First("<item><title>A</title>" + std::string(tag) +
                                 "https://a.example/7</guid></item>");
    EXPECT_EQ(first.feed.guid, "https://a.example/7") << tag;
    EXPECT_EQ(first.url, "") << tag;
  }
}

TEST(RecoveredXmlTest, CdataMayContainCdata) {
  EXPECT_EQ(First("<item><title>A</title><description><![CDATA[<p>x</p>"
                  "<p><![CDATA[y]]></p>]]></description></item>")
                .content,
            "<p>x</p><p>y</p>");
  EXPECT_EQ(First("<item><title>A</title><description>x]]></description>"
                  "</item>")
                .content,
            "x");
}

TEST(RecoveredXmlTest, FeedsInOneDocumentAreOneFeed) {
  const std::string feed = Rss(std::string(kSecond));

  EXPECT_THAT(Read(feed + feed), ElementsAre("Second: Two.", "Second: Two."));
  EXPECT_THAT(Read("<rss><channel></channel></rss>" + std::string(kSecond)),
              ElementsAre("Second: Two."));
}

TEST(RecoveredXmlTest, AnythingMayBeAfterTheRoot) {
  for (const char* rest :
       {"<!-- built in 0.2 s -- cached -->", "<script>if (1 < 2) f();</script>",
        "</rss>", "rest & <b", "<?php exit ?>", "<rss></rss>", "]]>"}) {
    EXPECT_THAT(Read(Rss(std::string(kSecond)) + rest),
                ElementsAre("Second: Two."))
        << rest;
  }
}

TEST(RecoveredXmlTest, CompleteItemsOfACutFeedAreRead) {
  const std::string item(kSecond);
  const std::string begin = "<rss><channel>" + item + item;
  constexpr const char* kRest =
      "rejected: the document is cut off within the "
      "item";

  EXPECT_THAT(Read(begin), ElementsAre("Second: Two.", "Second: Two."));
  EXPECT_THAT(Read(begin + "<item><title>Thi"),
              ElementsAre("Second: Two.", "Second: Two.", kRest));
  EXPECT_THAT(Read(begin + "<item><title>3</title><description>Thr"),
              ElementsAre("Second: Two.", "Second: Two.", kRest));
  EXPECT_THAT(Read(begin + "<item><title>3</title><description><![CDATA[T"),
              ElementsAre("Second: Two.", "Second: Two.", kRest));
  EXPECT_THAT(Read(begin + "<item><title>3</title><description>T</description>"
                           "<guid isPer"),
              ElementsAre("Second: Two.", "Second: Two.", "3: T"));
}

TEST(RecoveredXmlTest, AnItemThatIsCutBeforeItsTextIsMalformed) {
  constexpr const char* kRest =
      "rejected: the document is cut off within the item";
  const std::string begin = "<rss><channel>" + std::string(kSecond);

  for (const char* cut : {"<descr", "<description", ""}) {
    EXPECT_THAT(Read(begin + "<item><title>3</title>" + cut),
                ElementsAre("Second: Two.", kRest))
        << cut;
  }
  EXPECT_THAT(Read(begin + "<item><title>3</title></item><ite"),
              ElementsAre("Second: Two.", "3: "));
}

TEST(RecoveredXmlTest, ManyAttributesTakeLittleTime) {
  std::string item = "<item";
  for (int i = 0; i < 200'000; ++i) {
    item += " a" + std::to_string(i) + "='x'";
  }

  EXPECT_THAT(Read(Rss(item + "><title>3</title><description>T</item>")),
              ElementsAre("3: T"));
}

TEST(RecoveredXmlTest, AServerMayWriteWarningsBeforeTheFeed) {
  const std::string feed = Rss(std::string(kSecond));
  for (const char* before :
       {"Notice: no index\n", "<br />\n<b>Warning</b>: x in <b>/f.php</b>\n",
        "\n \xEF\xBB\xBF", "\xEF\xBB\xBF\xEF\xBB\xBF", "<!-- c -->x",
        "<script>f()</script>", "PHP 8 & x < y\n"}) {
    for (const char* type :
         {"application/rss+xml", "text/xml", "text/html", ""}) {
      EXPECT_THAT(Read(before + feed, type), ElementsAre("Second: Two."))
          << before << type;
    }
    EXPECT_THAT(Read(before + feed.substr(feed.find("<rss"))),
                ElementsAre("Second: Two."))
        << before;
  }
}

TEST(RecoveredXmlTest, APageAboutFeedsIsAPage) {
  const std::string feed = Rss(std::string(kSecond));
  for (const std::string& page :
       {"<!doctype html><p>" + feed, "<p>Example:<pre>" + feed + "</pre>",
        "<p>Example:" + feed + "<p>And so on."}) {
    const auto items = Decoded(page, "text/html");
    EXPECT_EQ(items[0]->kind, model::DocumentKind::kHtml) << page;
  }
}

TEST(RecoveredXmlTest, AWireItemIsReadToo) {
  const std::string nitf =
      "<nitf><head><title>H</title></head><body><body.head><hedline>"
      "<hl1>H</hl1></hedline></body.head><body.content><p>One<p>Two</p></b>"
      "</body.content></body></nitf>";
  const auto items = Decoded(nitf);

  ASSERT_EQ(items.size(), 1U);
  ASSERT_TRUE(items[0]) << items[0].error().detail;
  EXPECT_EQ(items[0]->content, "<p>One</p><p>Two</p>");
  EXPECT_TRUE(items[0]->feed.is_recovered);
  EXPECT_EQ(Decoded(nitf.substr(0, nitf.find("Two"))).front().error().reason,
            Reason::kMalformed);
}

TEST(RecoveredXmlTest, NoEntityIsExpanded) {
  const std::string feed =
      "<!DOCTYPE rss [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;'>"
      "<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><channel><item>"
      "<title>1 &b; &f;</title></b></item></channel></rss>";

  EXPECT_EQ(Decoded(feed)[0]->feed.title, "1 &b; &f;");
}

TEST(RecoveredXmlTest, TheLimitsApply) {
  std::string deep = "<rss></a><channel><item><title>";
  for (int i = 0; i < 300; ++i) deep += "<i>";
  const auto reason = [](std::string feed, const Options& options) {
    return Decoded(std::move(feed), "text/xml", options).front().error().reason;
  };

  EXPECT_EQ(reason(deep, {}), Reason::kLimit);
  EXPECT_EQ(reason("<rss></a><item/><item/><item/></rss>", {.max_items = 2}),
            Reason::kLimit);
}

TEST(RecoveredXmlTest, ALargeFeedIsReadInPieces) {
  std::string items = "</b>";
  for (int i = 0; i < 900; ++i) {
    items += "<item><title>T</title><description>" + std::string(20'000, 'x') +
             "</description></item>";
  }

  EXPECT_EQ(
      Decoded(Rss(items), "text/xml", {.max_message_bytes = int64_t{64} << 20})
          .size(),
      900U);
}

}  // namespace
}  // namespace newsmill::input
