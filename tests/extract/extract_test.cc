#include "newsmill/extract/extract.h"

#include <chrono>

#include "gtest/gtest.h"

namespace newsmill::extract {
namespace {

constexpr std::string_view kText =
    "Ferry sails again after the storm\n\nThe ferry sailed again on Monday, "
    "three weeks after the storm had closed the harbour of the island.\n";

model::Document TextDocument(std::string_view text = kText) {
  model::Document document;
  document.input_id = "mine";
  document.content = text;
  return document;
}

TEST(ExtractTest, CarriesTheIdentityOfTheDocument) {
  const auto article = Extract(TextDocument(), {});

  ASSERT_TRUE(article);
  EXPECT_EQ(article->input_id, "mine");
  EXPECT_EQ(article->article_id.size(), 32U);
}

TEST(ExtractTest, VersionsAtOneUrlAreOneArticle) {
  model::Document first = TextDocument();
  first.url = "http://Example.org/a?utm_source=x#top";
  model::Document second = TextDocument(std::string(kText) + "It rained.\n");
  second.url = "http://example.org/a";

  EXPECT_EQ(Extract(first, {})->article_id, Extract(second, {})->article_id);
}

TEST(ExtractTest, SpellingsOfAUrlAreOneArticle) {
  model::Document first = TextDocument();
  first.url = "https://bücher.example/%7eme/./سقف?q=%c3%a9";
  model::Document second = TextDocument(std::string(kText) + "It rained.\n");
  second.url = "https://xn--bcher-kva.example/~me/%D8%B3%D9%82%D9%81?q=%C3%A9";
  const auto article = Extract(first, {});

  EXPECT_EQ(article->article_id, Extract(second, {})->article_id);
  EXPECT_EQ(article->canonical_url, first.url);
}

TEST(ExtractTest, TheIdentityOfANormalUrlIsTheHashOfTheUrl) {
  // The value that the first version wrote. Consumers store such keys.
  model::Document document = TextDocument();
  document.url =
      "https://example.org/news/2026/ferry-sails_again~1.html?id=7&page=2";

  EXPECT_EQ(Extract(document, {})->article_id,
            "d608cd2a4a1599ecc7904d8cfd93b225");
}

TEST(ExtractTest, WithoutAUrlTitleAndTextAreTheIdentity) {
  std::string quoted(kText);
  quoted.replace(quoted.find("Ferry"), 5, "FERRY");

  EXPECT_EQ(Extract(TextDocument(), {})->article_id,
            Extract(TextDocument(quoted), {})->article_id);
  EXPECT_NE(
      Extract(TextDocument(), {})->article_id,
      Extract(TextDocument(std::string(kText) + "It rained all day.\n"), {})
          ->article_id);
}

TEST(ExtractTest, RefusesABodyWithTooFewLetters) {
  const auto article = Extract(TextDocument("A title\n\nToo short.\n"), {});

  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().reason, model::Reason::kNoText);
  EXPECT_EQ(article.error().input_id, "mine");
}

model::Document PageDocument(const std::string& body) {
  model::Document document = TextDocument("<h1>Ferry log</h1>" + body);
  document.kind = model::DocumentKind::kHtml;
  return document;
}

TEST(ExtractTest, APageThatShowsOnlyALogIsNotAnArticle) {
  std::string log;
  for (int i = 10; i < 40; ++i) {
    log += "2024-05-03 09:12:" + std::to_string(i) +
           " INFO the ferry left the harbour of the island\n";
  }
  const std::string pre = "<pre><code>" + log + "</code></pre>";

  const auto only = Extract(PageDocument(pre), {});
  ASSERT_FALSE(only);
  EXPECT_EQ(only.error().detail, "the text is a log");
}

TEST(ExtractTest, AnArticleMayBeFormattedText) {
  std::string text(kText);
  for (int i = 0; i < 4; ++i) {
    text +=
        "\nIt rained all day in the north, in the south, and on the "
        "islands, and the\nferries stayed in port until the evening.\n";
  }
  const auto article = Extract(PageDocument("<pre>" + text + "</pre>"), {});

  ASSERT_TRUE(article) << article.error().detail;
}

TEST(ExtractTest, LongTextsCostLinearTime) {
  const std::string prose = "A sentence of the kind that fills a paragraph.\n";
  for (const std::string& line :
       {prose, std::string("Is this a question that could be the title?\n"),
        std::string("2024-01-23\n"), std::string("Home\n"),
        std::string("A | B | C\n"), std::string("Source: x\n"),
        std::string("Related\n"), std::string("World > Asia > News\n")}) {
    std::string text = prose;
    for (int i = 0; i < 49'000; ++i) text += line;
    const auto begin = std::chrono::steady_clock::now();
    (void)Extract(TextDocument(text), {});
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5))
        << line;
  }
}

TEST(ExtractTest, TheEnvelopeFillsWhatTheTextDoesNotSay) {
  model::Document document = TextDocument();
  document.source = " The Example ";
  document.url = "https://www.example.co.uk/a";
  document.feed.authors = {"Jane Doe"};
  document.feed.published = "Tue, 23 Jan 2024 10:15:00 GMT";
  document.feed.summary = "In short.";

  const auto article = Extract(document, {});

  EXPECT_EQ(article->source.name, "The Example");
  EXPECT_EQ(article->source.domain, "example.co.uk");
  EXPECT_EQ(article->authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(article->published_at, "2024-01-23T10:15:00Z");
  EXPECT_EQ(article->summary, "In short.");
}

TEST(ExtractTest, AnUnsetDateOfTheEnvelopeIsNotPublished) {
  model::Document document = TextDocument();
  document.feed.published = "Thu, 01 Jan 1970 00:00:00 GMT";

  EXPECT_EQ(Extract(document, {})->published_at, "");
}

TEST(ExtractTest, AShortTextStatesNoLanguage) {
  EXPECT_EQ(Extract(TextDocument(
                        "Ein Titel\n\nDas ist ein eher kurzer Text, der fast "
                        "gar nichts verrät.\n"),
                    {})
                ->language,
            "");
}

TEST(ExtractTest, AuthorsOfAFeedAreNamesWithoutAddressesAndAgencies) {
  model::Document document = TextDocument();
  document.feed.authors = {
      "By Jane Doe",    "",        "john@x.example (John Roe)",
      "desk@x.example", "Reuters", "Prince",
      "Jane Doe"};

  const auto article = Extract(document, {});

  const std::vector<std::string> names = {"Jane Doe", "John Roe", "Prince"};
  EXPECT_EQ(article->authors, names);
  EXPECT_EQ(article->credit, "Reuters");
}

}  // namespace
}  // namespace newsmill::extract
