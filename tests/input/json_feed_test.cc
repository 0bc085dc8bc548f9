#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::Markup;
using model::Reason;

std::vector<Item> Decoded(std::string feed, const Options& options = {}) {
  model::RawMessage message;
  message.value = std::move(feed);
  message.headers = {{"url", "https://paper.example/feed.json"}};
  return Decode(message, options);
}

std::string FeedOf(const std::string& items) {
  return R"({"version": "https://jsonfeed.org/version/1.1", "title": "F",)"
         R"("home_page_url": "https://paper.example/", "language": "en",)"
         R"("authors": [{"name": "Desk"}], "items": [)" +
         items + "]}";
}

TEST(JsonFeedTest, ReadsEveryField) {
  const auto items = Decoded(FeedOf(R"({
      "id": 7, "url": "/a", "title": "T", "content_html": "<p>x</p>",
      "content_text": "x", "summary": "S", "image": "i.png",
      "date_published": "2024-01-23T14:30:00Z",
      "date_modified": "2024-01-24T14:30:00Z",
      "authors": [{"name": "A"}, {"url": "u"}, {"name": "B"}],
      "tags": ["t", "u", "t"], "language": "fr",
      "attachments": [{"url": "j.png", "mime_type": "image/png",
                       "title": "A quay"},
                      {"url": "k.mp3", "mime_type": "audio/mpeg"}]})"));

  ASSERT_EQ(items.size(), 1U);
  ASSERT_TRUE(items[0]) << items[0].error().detail;
  const model::Document& document = *items[0];
  EXPECT_EQ(document.kind, model::DocumentKind::kJsonFeed);
  EXPECT_EQ(document.item, 0);
  EXPECT_EQ(document.url, "https://paper.example/a");
  EXPECT_EQ(document.content, "<p>x</p>");
  EXPECT_EQ(document.content_markup, Markup::kHtml);
  EXPECT_EQ(document.feed.guid, "7");
  EXPECT_EQ(document.feed.title, "T");
  EXPECT_EQ(document.feed.summary, "S");
  EXPECT_EQ(document.feed.published, "2024-01-23T14:30:00Z");
  EXPECT_EQ(document.feed.modified, "2024-01-24T14:30:00Z");
  EXPECT_EQ(document.feed.authors, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(document.feed.categories, (std::vector<std::string>{"t", "u"}));
  EXPECT_EQ(document.feed.language, "fr");
  ASSERT_EQ(document.feed.images.size(), 2U);
  EXPECT_EQ(document.feed.images[0].url, "https://paper.example/i.png");
  EXPECT_EQ(document.feed.images[1].caption, "A quay");
}

TEST(JsonFeedTest, TheFeedSaysWhatItsItemsDoNot) {
  const auto items = Decoded(FeedOf(R"({"id": "1", "content_text": "x"})"));

  ASSERT_TRUE(items[0]);
  EXPECT_EQ(items[0]->content_markup, Markup::kText);
  EXPECT_EQ(items[0]->feed.authors, std::vector<std::string>{"Desk"});
  EXPECT_EQ(items[0]->feed.language, "en");
  EXPECT_EQ(items[0]->feed.feed_title, "F");
  EXPECT_EQ(items[0]->feed.feed_link, "https://paper.example/");
  EXPECT_EQ(items[0]->url, "");
}

TEST(JsonFeedTest, MistakesOfTypeAreNoReasonToLoseAnItem) {
  const auto items = Decoded(
      FeedOf(R"("x", {"id": "1", "title": [], "tags": "t", "authors": {}})"));

  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0]);
}

TEST(JsonFeedTest, AuthorsComeInManyForms) {
  const auto authors_of = [](const std::string& member) {
    const auto items =
        Decoded(FeedOf(R"({"id": "1", "content_text": "x", )" + member + "}"));
    return items.front()->feed.authors;
  };
  using Names = std::vector<std::string>;

  EXPECT_EQ(authors_of(R"("authors": {"name": "A"})"), Names{"A"});
  EXPECT_EQ(authors_of(R"("authors": "A")"), Names{"A"});
  EXPECT_EQ(authors_of(R"("authors": ["A", "B"])"), (Names{"A", "B"}));
  EXPECT_EQ(authors_of(R"("authors": ["A", {"name": "B"}])"),
            (Names{"A", "B"}));
  EXPECT_EQ(
      authors_of(R"("authors": {"0": {"name": "A"}, "1": {"name": "B"}})"),
      (Names{"A", "B"}));
  EXPECT_EQ(authors_of(R"("author": "A")"), Names{"A"});
  EXPECT_EQ(authors_of(R"("author": [{"name": "A"}])"), Names{"A"});
  EXPECT_EQ(authors_of(R"("authors": [], "author": {"name": "A"})"),
            Names{"A"});
  EXPECT_EQ(authors_of(R"("authors": {"url": "u", "avatar": "v"})"),
            Names{"Desk"});
  EXPECT_EQ(authors_of(R"("authors": [7, null, ""])"), Names{"Desk"});
}

constexpr std::string_view kItems =
    R"("items": [{"id": "1", "url": "http://a/", "title": "T",
                  "content_text": "x"}])";

TEST(JsonFeedTest, ItsShapeIsEnough) {
  for (const std::string root :
       {R"("version": "1.0", "title": "F")", R"("version": "1.1")",
        R"("version": 1)", R"("version": 1.1, "title": "F")", R"("title": "F")",
        R"("version": null, "feed_url": "http://a/f")",
        R"("home_page_url": "http://a/")",
        R"("version": "http://jsonfeed.org/version/1")"}) {
    const auto items = Decoded("{" + root + ", " + std::string(kItems) + "}");

    ASSERT_TRUE(items.front()) << root << items.front().error().detail;
    EXPECT_EQ(items.front()->kind, model::DocumentKind::kJsonFeed);
    EXPECT_EQ(items.front()->feed.title, "T");
  }
}

TEST(JsonFeedTest, ItsItemsMayBeInAnObject) {
  const auto items = Decoded(
      R"({"version": "https://jsonfeed.org/version/1.1", "items":
          {"0": {"id": "1", "title": "T"}, "2": {"id": "2"}}})");

  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]->feed.title, "T");
}

TEST(JsonFeedTest, OtherListsOfItemsAreNoFeed) {
  for (const std::string json :
       {R"({"title": "Shop", "items": [{"id": 1, "price": 5, "title": "T"}]})",
        R"({"version": 2, "items": []})", R"({"items": [{"summary": "S"}]})",
        R"({"title": "F", "items": {"summary": "S", "url": "u"}})",
        R"({"title": "F", "items": ["content_text"]})"}) {
    model::RawMessage message;
    message.value = json;
    message.headers = {{"content-type", "text/plain"}};

    EXPECT_EQ(Decode(message, {}).front().error().reason, Reason::kUnsupported)
        << json;
  }
}

TEST(JsonFeedTest, IsReadUnderOtherTypesAndBehindMarks) {
  const std::string feed = FeedOf(R"({"id": "1", "content_text": "x"})");
  for (const std::string type : {"text/plain; charset=utf-8", "text/html", "",
                                 "application/xml", "text/javascript"}) {
    for (const std::string before :
         {"", "\n", "\xEF\xBB\xBF", " \xEF\xBB\xBF\n"}) {
      model::RawMessage message;
      message.value = before + feed;
      message.headers = {{"content-type", type}};
      const auto items = Decode(message, {});

      ASSERT_TRUE(items.front()) << type << items.front().error().detail;
      EXPECT_EQ(items.front()->kind, model::DocumentKind::kJsonFeed);
    }
  }
}

TEST(JsonFeedTest, RefusesCleanly) {
  const std::string two = FeedOf(R"({"id": "1"}, {"id": "2"})");

  EXPECT_EQ(Decoded(FeedOf("")).front().error().reason, Reason::kEmptyFeed);
  EXPECT_EQ(Decoded(two, {.max_items = 1}).front().error().reason,
            Reason::kLimit);
  EXPECT_EQ(Decoded(R"({"version":"https://jsonfeed.org/version/1",)"
                    R"("items":{}})")
                .front()
                .error()
                .reason,
            Reason::kMalformed);
}

TEST(JsonFeedTest, WhatIsCalledAFeedIsNoEnvelope) {
  model::RawMessage message;
  message.value = "{\"version\": ";
  message.headers = {{"content-type", "application/feed+json"}};

  EXPECT_EQ(Decode(message, {}).front().error().reason, Reason::kMalformed);
}

TEST(JsonFeedTest, ComesInAnEnvelopeToo) {
  model::RawMessage message;
  message.value = R"({"content_type": "application/feed+json", "content":
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{}]}"})";

  EXPECT_EQ(Decode(message, {}).front()->kind, model::DocumentKind::kJsonFeed);
}

TEST(JsonFeedTest, TagsMayBeOneString) {
  const auto items =
      Decoded(FeedOf(R"({"id": "1", "title": "T", "tags": "Quay, Ferry"})"));

  EXPECT_EQ(items.front()->feed.categories,
            (std::vector<std::string>{"Quay", "Ferry"}));
}

TEST(JsonFeedTest, KeepsThePicturesOfTheShorterContent) {
  const auto items =
      Decoded(FeedOf(R"({"id": "1", "summary": "A < B", "content_html":
          "<p>Short</p><img src='/a.png' alt='>'><b>x</b>", "content_text": ")" +
                     std::string(200, 'x') + R"("})"));

  EXPECT_EQ(items.front()->content_markup, Markup::kText);
  EXPECT_EQ(items.front()->feed.summary, "A &lt; B<img src='/a.png' alt='>'>");
}

}  // namespace
}  // namespace newsmill::input
