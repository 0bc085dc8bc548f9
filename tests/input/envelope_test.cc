#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::Reason;

Item DecodedFrom(std::string value, model::Headers headers = {}) {
  model::RawMessage message;
  message.value = std::move(value);
  message.headers = std::move(headers);
  return Decode(message, {}).front();
}

std::string DetailOf(std::string value) {
  const Item item = DecodedFrom(std::move(value));
  if (item) return "(none)";
  EXPECT_EQ(item.error().reason, Reason::kBadEnvelope);
  return item.error().detail;
}

TEST(EnvelopeTest, ReadsEveryMember) {
  const Item item = DecodedFrom(R"( {
      "id": "7", "url": "http://a/", "content_type": "text/plain",
      "content": "A text", "fetched_at": "2024-01-23T10:00:00+01:00",
      "source": "The Example", "http_headers": {"ETag": "x", "V": ["a", "b"]},
      "feed": {"title": "F", "url": "http://f/", "item_title": "T",
               "item_published": "yesterday", "item_authors": ["A", "B"],
               "item_summary": "S", "item_guid": "G"},
      "unknown": 1})");

  ASSERT_TRUE(item) << item.error().detail;
  EXPECT_EQ(item->input_id, "7");
  EXPECT_EQ(item->url, "http://a/");
  EXPECT_EQ(item->content, "A text");
  EXPECT_EQ(item->source, "The Example");
  EXPECT_EQ(item->http_headers.size(), 3U);
  EXPECT_EQ(item->feed.feed_title, "F");
  EXPECT_EQ(item->feed.title, "T");
  EXPECT_EQ(item->feed.authors, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(item->feed.guid, "G");
}

TEST(EnvelopeTest, NullCountsAsAbsent) {
  EXPECT_TRUE(DecodedFrom(R"({"content": "x", "url": null, "feed": null})"));
}

TEST(EnvelopeTest, ItsTextIsUtf8WhateverItDeclares) {
  const Item item =
      DecodedFrom(R"({"content": "grüß", "charset": "windows-1252"})");

  EXPECT_EQ(item->content, "grüß");
}

TEST(EnvelopeTest, TheHttpHeadersKnowTheContentType) {
  const Item item = DecodedFrom(
      R"({"content": "x", "http_headers": {"content-TYPE": "text/html"}})");

  EXPECT_EQ(item->kind, model::DocumentKind::kHtml);
}

TEST(EnvelopeTest, AJsonContentTypeInTheKafkaHeaderIsTheEnvelopes) {
  EXPECT_EQ(
      DecodedFrom(R"({"content": "x"})", {{"content-type", "application/json"}})
          ->content,
      "x");
}

TEST(EnvelopeTest, ErrorsNameThePath) {
  EXPECT_EQ(DetailOf(R"({"url": "x"})"), "$: the key `content` is missing");
  EXPECT_EQ(DetailOf(R"({"content": 5})"),
            "$.content: must be a string, is a number");
  EXPECT_EQ(DetailOf(R"({"content": ["x"]})"),
            "$.content: must be a string, is an array");
  EXPECT_EQ(DetailOf(R"({"content": "x", "content_encoding": 64})"),
            "$.content_encoding: must be a string, is a number");
  EXPECT_EQ(DetailOf(R"({"content": "x", "content_encoding": "hex"})"),
            "$.content_encoding: must be \"base64\"");
  EXPECT_EQ(DetailOf("{\"content\": \"\xFF\"}"), "$: invalid UTF-8 at byte 13");
}

// An envelope, and a bare body with the same fields as headers.
std::vector<std::pair<std::string, model::Headers>> BothForms(
    const std::string& url, const std::string& fetched_at) {
  return {{R"({"content": "A text", "url": ")" + url + R"(", "fetched_at": ")" +
               fetched_at + "\"}",
           {}},
          {"A text", {{"url", url}, {"fetched-at", fetched_at}}}};
}

TEST(EnvelopeTest, AnInvalidUrlOrTimeIsIgnoredInBothForms) {
  for (const auto& [value, headers] : BothForms("ftp://a/", "today")) {
    model::RawMessage message;
    message.value = value;
    message.headers = headers;
    model::IgnoredFields ignored;
    const Item item = Decode(message, {}, &ignored).front();

    ASSERT_TRUE(item) << item.error().detail;
    EXPECT_EQ(item->url, "");
    EXPECT_EQ(item->fetched_at, "");
    ASSERT_EQ(ignored.named.size(), 2U);
    EXPECT_EQ(ignored.named[0].cause, model::IgnoredCause::kBadUrl);
    EXPECT_EQ(ignored.named[0].value, "ftp://a/");
    EXPECT_EQ(ignored.named[1].cause, model::IgnoredCause::kBadFetchedAt);
    EXPECT_EQ(ignored.named[1].value, "today");
  }
}

TEST(EnvelopeTest, AnIgnoredUrlStillMakesTheId) {
  const auto id_of = [](const std::string& url) {
    return DecodedFrom(R"({"content": "A text", "url": ")" + url + "\"}")->id;
  };

  EXPECT_NE(id_of("urn:a"), id_of("urn:b"));
}

TEST(EnvelopeTest, NothingIsIgnoredThatIsValid) {
  for (const auto& [value, headers] : BothForms("HTTPS://a", "2024-01-23")) {
    model::RawMessage message;
    message.value = value;
    message.headers = headers;
    model::IgnoredFields ignored;
    const Item item = Decode(message, {}, &ignored).front();

    EXPECT_EQ(item->url, "HTTPS://a");
    EXPECT_EQ(item->fetched_at, "2024-01-23");
    EXPECT_TRUE(ignored.empty());
  }
}

TEST(EnvelopeTest, UnknownKeysAreNamedEvenOfAnEnvelopeThatIsRefused) {
  model::RawMessage message;
  message.value =
      R"({"contents": "x", "feed": {"title": "F", "item_titel": "T"}})";
  model::IgnoredFields ignored;

  EXPECT_FALSE(Decode(message, {}, &ignored).front());
  ASSERT_EQ(ignored.named.size(), 2U);
  EXPECT_EQ(ignored.named[0].name, "contents");
  EXPECT_EQ(ignored.named[1].name, "feed.item_titel");
}

TEST(EnvelopeTest, AThousandUnknownKeysAreCountedAndTenAreNamed) {
  model::RawMessage message;
  message.value = R"({"content": "x")";
  for (int i = 0; i < 1000; ++i) {
    *message.value +=
        ",\"" + std::string(200, 'k') + std::to_string(i) + "\":1";
  }
  *message.value += "}";
  model::IgnoredFields ignored;

  Decode(message, {}, &ignored);

  EXPECT_EQ(ignored.counts[0], 1000);
  EXPECT_EQ(ignored.named.size(), 10U);
  EXPECT_EQ(ignored.named[0].name.size(), 80U);
}

// Decodes an envelope with this member. Expects that the member is ignored.
void ExpectIgnored(const std::string& key, const std::string& value) {
  model::RawMessage message;
  message.value = R"({"content": "A text", ")";
  *message.value += key;
  *message.value += "\": ";
  *message.value += value;
  *message.value += "}";
  model::IgnoredFields ignored;
  const Item item = Decode(message, {}, &ignored).front();

  ASSERT_TRUE(item) << item.error().detail;
  EXPECT_EQ(item->content, "A text");
  ASSERT_EQ(ignored.named.size(), 1U) << *message.value;
  EXPECT_EQ(ignored.named[0].cause, model::IgnoredCause::kWrongType);
  EXPECT_EQ(ignored.named[0].name, key);
}

TEST(EnvelopeTest, AnOptionalMemberOfAWrongTypeIsIgnoredAndNamed) {
  for (const std::string value : {"true", "[7]", "[]", "[{}]", "5", "{}"}) {
    for (const std::string key :
         {"url", "content_type", "charset", "source", "fetched_at"}) {
      ExpectIgnored(key, value);
    }
    if (value != "5") ExpectIgnored("id", value);
    if (value == "{}") continue;
    ExpectIgnored("http_headers", value);
    ExpectIgnored("feed", value);
  }
}

TEST(EnvelopeTest, AWrongTypeIsNamedWithItsPathAndTheRestIsRead) {
  model::RawMessage message;
  message.value = R"({"content": "x", "url": "http://a/",
      "feed": {"item_title": {"en": "T"}, "item_summary": "S"},
      "http_headers": {"Vary": {}, "Content-Type": "text/html"}})";
  model::IgnoredFields ignored;
  const Item item = Decode(message, {}, &ignored).front();

  ASSERT_TRUE(item);
  EXPECT_EQ(item->kind, model::DocumentKind::kHtml);
  EXPECT_EQ(item->url, "http://a/");
  EXPECT_EQ(item->feed.summary, "S");
  ASSERT_EQ(ignored.named.size(), 2U);
  EXPECT_EQ(ignored.named[0].name, "http_headers.Vary");
  EXPECT_EQ(ignored.named[0].value, "an object");
  EXPECT_EQ(ignored.named[1].name, "feed.item_title");
}

TEST(EnvelopeTest, HeadersMayBeNumbersBoolsAndLists) {
  const Item item = DecodedFrom(R"({"content": "x", "http_headers": {
      "Content-Length": 512, "Age": 0.5, "X-Cached": true, "Via": null,
      "Set": ["a", 2, false, null], "Empty": []}})");

  ASSERT_TRUE(item) << item.error().detail;
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"Content-Length", "512"},
      {"Age", "0.5"},
      {"X-Cached", "true"},
      {"Set", "a"},
      {"Set", "2"},
      {"Set", "false"}};
  EXPECT_EQ(item->http_headers, expected);
}

TEST(EnvelopeTest, AnIdMayBeANumberAndAListMayHoldTheOnlyText) {
  const Item item = DecodedFrom(
      R"({"content": "x", "id": 417, "content_type": ["text/html"],
          "source": ["The Example"], "feed": {"item_guid": 7}})");

  ASSERT_TRUE(item) << item.error().detail;
  EXPECT_EQ(item->input_id, "417");
  EXPECT_EQ(item->kind, model::DocumentKind::kHtml);
  EXPECT_EQ(item->source, "The Example");
  EXPECT_EQ(item->feed.guid, "7");
}

TEST(EnvelopeTest, AuthorsMayBeNamesObjectsOrBoth) {
  const auto authors_of = [](const std::string& json) {
    return DecodedFrom(R"({"content": "x", "feed": {"item_authors": )" + json +
                       "}}")
        ->feed.authors;
  };
  using Names = std::vector<std::string>;

  EXPECT_EQ(authors_of(R"("A")"), Names{"A"});
  EXPECT_EQ(authors_of(R"({"name": "A", "url": "u"})"), Names{"A"});
  EXPECT_EQ(authors_of(R"(["A", {"name": "B"}, 3, {"url": "u"}])"),
            (Names{"A", "B"}));
  EXPECT_EQ(authors_of("7"), Names{});
}

TEST(EnvelopeTest, ARejectionNamesTheInput) {
  EXPECT_EQ(DecodedFrom(R"({"id": "7", "content": 5})").error().input_id, "7");
  EXPECT_EQ(DecodedFrom(R"({"id": "7", "content": "%PDF-1",
                            "content_type": "image/png"})")
                .error()
                .input_id,
            "7");
}

}  // namespace
}  // namespace newsmill::input
