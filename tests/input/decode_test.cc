#include "newsmill/input/decode.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

using model::DocumentKind;
using model::Reason;

Item DecodedFrom(std::string value, model::Headers headers = {},
                 const Options& options = {}) {
  model::RawMessage message;
  message.value = std::move(value);
  message.headers = std::move(headers);
  return Decode(message, options).front();
}

Reason ReasonOf(std::string value, model::Headers headers = {}) {
  const Item item = DecodedFrom(std::move(value), std::move(headers));
  return item ? Reason::kCrashed : item.error().reason;
}

TEST(DecodeTest, ANullValueIsNotAnEmptyOne) {
  EXPECT_EQ(Decode({}, {}).front().error().reason, Reason::kNullValue);
  EXPECT_TRUE(DecodedFrom(""));
}

TEST(DecodeTest, RefusesValuesAboveTheLimitOnly) {
  const Options options{.max_message_bytes = 5};
  EXPECT_TRUE(DecodedFrom("12345", {}, options));
  EXPECT_EQ(DecodedFrom("123456", {}, options).error().reason,
            Reason::kTooLarge);
}

TEST(DecodeTest, HeadersDescribeABareBodyInAnyCase) {
  const Item item =
      DecodedFrom("<p>x</p>", {{"Content-Type", "text/html"},
                               {"URL", "http://a.example/"},
                               {"Source", "The Example"},
                               {"FETCHED-AT", "2024-01-23T10:00:00Z"},
                               {"iD", "mine"}});

  ASSERT_TRUE(item);
  EXPECT_EQ(item->kind, DocumentKind::kHtml);
  EXPECT_EQ(item->url, "http://a.example/");
  EXPECT_EQ(item->source, "The Example");
  EXPECT_EQ(item->fetched_at, "2024-01-23T10:00:00Z");
  EXPECT_EQ(item->input_id, "mine");
}

TEST(DecodeTest, ABareBodyOfAnotherTypeMayBeginWithABrace) {
  const Item item = DecodedFrom("{not json", {{"content-type", "text/plain"}});

  ASSERT_TRUE(item);
  EXPECT_EQ(item->content, "{not json");
}

TEST(DecodeTest, TellsKindsByTheirBytes) {
  EXPECT_EQ(DecodedFrom(" <!DOCTYPE HTML><p>x")->kind, DocumentKind::kHtml);
  EXPECT_EQ(DecodedFrom("<!-- c --><html>")->kind, DocumentKind::kHtml);
  EXPECT_EQ(DecodedFrom("<div>x</div>")->kind, DocumentKind::kHtml);
  EXPECT_EQ(DecodedFrom("<3 is a heart")->kind, DocumentKind::kText);
  EXPECT_EQ(DecodedFrom("A text")->kind, DocumentKind::kText);
}

TEST(DecodeTest, RefusesXmlAndJsonOfOtherKinds) {
  EXPECT_EQ(ReasonOf("<?xml version='1.0'?><svg/>"), Reason::kUnsupported);
  EXPECT_EQ(ReasonOf("<svg/>", {{"content-type", "text/xml"}}),
            Reason::kUnsupported);
  EXPECT_EQ(ReasonOf("<Inventory/>", {{"content-type", "text/xml"}}),
            Reason::kUnsupported);
  EXPECT_EQ(ReasonOf("{}", {{"content-type", "application/ld+json"}}),
            Reason::kUnsupported);
}

TEST(DecodeTest, RefusesBinaryData) {
  EXPECT_EQ(ReasonOf("\x89PNG\r\n"), Reason::kUnsupported);
  EXPECT_EQ(ReasonOf(std::string("a\0b\0c", 5)), Reason::kUnsupported);
  EXPECT_EQ(ReasonOf("x", {{"content-type", "image/png"}}),
            Reason::kUnsupported);
}

TEST(DecodeTest, DropsControlCharacters) {
  const std::string text = std::string(2000, 'x') + std::string("\0", 1) +
                           "a\x07"
                           "b\x7F\xC2\x9B"
                           "c\xC2\x85"
                           "d\x0C"
                           "e\r\n";

  EXPECT_EQ(DecodedFrom(text)->content,
            std::string(2000, 'x') + "abc\nd\ne\r\n");
}

TEST(DecodeTest, ReadsDeclaredAndMarkedCharsets) {
  EXPECT_EQ(DecodedFrom("\xEF\xBB\xBFgr\xC3\xBC\xC3\x9F")->content, "grüß");
  EXPECT_EQ(DecodedFrom(std::string("\xFF\xFEg\0r\0", 6))->content, "gr");
  EXPECT_EQ(DecodedFrom("\xCF\xF0\xE8", {{"charset", "windows-1251"}})->content,
            "При");
  EXPECT_EQ(DecodedFrom("\x93x\x94")->content, "“x”");
  EXPECT_EQ(
      DecodedFrom("a\xFFz", {{"content-type", "text/plain; charset=\"UTF-8\""}})
          ->content,
      "a�z");
}

TEST(DecodeTest, APageSaysItsOwnCharset) {
  const model::Headers html = {{"content-type", "text/html"}};
  const std::string page = "<meta charset=windows-1251><p>\xCF\xF0\xE8";

  EXPECT_EQ(DecodedFrom(page, html)->content,
            "<meta charset=windows-1251><p>При");
  EXPECT_EQ(DecodedFrom(page, {{"content-type", "text/html; charset=koi8-r"}})
                ->content,
            "<meta charset=windows-1251><p>оПХ");
  EXPECT_EQ(DecodedFrom(page, {{"content-type", "text/html; charset=nonsense"}})
                ->content,
            "<meta charset=windows-1251><p>При");
  EXPECT_EQ(DecodedFrom("<html lang=el><p>\xE1", html)->content,
            "<html lang=el><p>α");
}

TEST(DecodeTest, AProducerMayDeclareMoreThanTheWebKnows) {
  EXPECT_EQ(DecodedFrom(std::string("\0\0\0h\0\0\0i", 8),
                        {{"content-type", "text/plain; charset=utf-32be"}})
                ->content,
            "hi");
}

TEST(DecodeTest, AnUnknownCharsetMattersOnlyToOtherBytes) {
  EXPECT_EQ(DecodedFrom("grüß", {{"charset", "nonsense"}})->content, "grüß");
  EXPECT_EQ(ReasonOf("gr\xFC\xDF", {{"charset", "nonsense"}}),
            Reason::kCharset);
}

TEST(DecodeTest, TheIdDependsOnUrlAndBytesAlone) {
  const model::Hash128 id = DecodedFrom("text", {{"url", "http://a/"}})->id;

  EXPECT_EQ(DecodedFrom("text", {{"URL", "http://a/"}, {"id", "7"}})->id, id);
  EXPECT_EQ(DecodedFrom(R"({"url":"http://a/","content":"text"})")->id, id);
  EXPECT_EQ(DecodedFrom(R"({"url":"http://a/","content":"dGV4dA==",)"
                        R"("content_encoding":"base64"})")
                ->id,
            id);
  EXPECT_NE(DecodedFrom("/text", {{"url", "http://a"}})->id, id);
  EXPECT_NE(DecodedFrom("text", {{"url", "http://b/"}})->id, id);
}

TEST(DecodeTest, TheIdNeverChanges) {
  EXPECT_EQ(model::ToHex(DecodedFrom("text", {{"url", "http://a/"}})->id),
            "dc5364cb53b0e3346e9590646a12214a");
}

TEST(DecodeTest, WhatIsDeclaredAsJsonMustBeAnObject) {
  const model::Headers json = {{"content-type", "application/json"}};

  EXPECT_EQ(ReasonOf("hello", json), Reason::kBadEnvelope);
  EXPECT_EQ(ReasonOf("[1]", json), Reason::kBadEnvelope);
}

TEST(DecodeTest, AJsonFeedMayHoldBrokenCharacters) {
  const auto feed = [](const std::string& title) {
    return R"({"version":"https://jsonfeed.org/version/1.1","items":[)"
           R"({"id":"1","title":")" +
           title + R"(","content_text":"Rain."}]})";
  };
  for (const char* type : {"", "application/json", "application/feed+json"}) {
    const model::Headers headers = {{"content-type", type}};
    EXPECT_EQ(DecodedFrom(feed("K\u00FCste \xFF"), headers)->feed.title,
              "K\u00FCste \uFFFD");
    EXPECT_EQ(DecodedFrom(feed("K\xFCste"), headers)->feed.title, "K\u00FCste");
  }
  EXPECT_EQ(ReasonOf("{\"a\": \"\xFF\"}"), Reason::kBadEnvelope);
  EXPECT_EQ(ReasonOf("{\"content\": \"\xFF\"}"), Reason::kBadEnvelope);
}

TEST(DecodeTest, PaddingAfterTheDocumentIsIgnored) {
  const std::string padding(64, '\0');

  EXPECT_EQ(DecodedFrom("<rss><channel><item><title>T</title></item></channel>"
                        "</rss>\n" +
                        padding)
                ->feed.title,
            "T");
  EXPECT_EQ(DecodedFrom(R"({"content": "x"})" + padding)->content, "x");
  EXPECT_EQ(ReasonOf(padding), Reason::kUnsupported);
  EXPECT_EQ(ReasonOf(std::string("a\0b", 3) + padding), Reason::kUnsupported);
}

TEST(DecodeTest, ABareBodyThatBeginsWithATagIsNoJson) {
  const model::Headers json = {{"content-type", "application/json"}};

  EXPECT_EQ(DecodedFrom("\n<html><p>x</p></html>", json)->kind,
            DocumentKind::kHtml);
  EXPECT_EQ(DecodedFrom("<rss><channel><item><title>T</title></item></channel>"
                        "</rss>",
                        json)
                ->kind,
            DocumentKind::kRss);
}

TEST(DecodeTest, AnEnvelopeMayBeBehindMarksAndBlanks) {
  EXPECT_EQ(
      DecodedFrom("\xEF\xBB\xBF \xEF\xBB\xBF\n{\"content\": \"x\"}")->content,
      "x");
}

TEST(DecodeTest, TextThatBeginsLikeASignatureIsText) {
  EXPECT_TRUE(DecodedFrom("ID3 tags hold the title of a song."));
  EXPECT_EQ(ReasonOf(std::string("ID3\x03\0\0", 6)), Reason::kUnsupported);
}

TEST(DecodeTest, Utf16WithoutAMarkIsLittleEndian) {
  const Item item =
      DecodedFrom(std::string("h\0i\0", 4),
                  {{"content-type", "text/plain"}, {"charset", "UTF-16"}});

  ASSERT_TRUE(item);
  EXPECT_EQ(item->content, "hi");
}

TEST(DecodeTest, TheCharsetOfAnEnvelopeMayHaveBlanksAroundIt) {
  const Item item =
      DecodedFrom(R"({"content":"AGgAaQ==","content_encoding":"base64",)"
                  R"("charset":" utf-16be "})");

  ASSERT_TRUE(item);
  EXPECT_EQ(item->content, "hi");
}

}  // namespace
}  // namespace newsmill::input
