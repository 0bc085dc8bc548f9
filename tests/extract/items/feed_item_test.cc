#include "extract/items/feed_item.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::items {
namespace {

using testing::ElementsAre;

model::Document ItemOf(std::string content) {
  model::Document item;
  item.kind = model::DocumentKind::kRss;
  item.content = std::move(content);
  item.content_markup = model::Markup::kHtml;
  item.url = "https://www.example.com/rain?utm_source=feed";
  return item;
}

model::Article ArticleOf(const model::Document& item) {
  Evidence evidence;
  return ReadFeedItem(item, Options{}, evidence).value();
}

TEST(FeedItemTest, TheMethodSaysThatTheFeedWasNotWellFormed) {
  auto item = ItemOf("<p>It rained.</p>");
  item.feed.is_recovered = true;

  EXPECT_EQ(ArticleOf(item).extraction.method, "feed_content_recovered");
}

TEST(FeedItemTest, KeepsTheTextOfItsMarkup) {
  const auto article =
      ArticleOf(ItemOf("<p>It <b>rained</b>.</p><ul><li>All day</ul>"));

  EXPECT_THAT(article.paragraphs, ElementsAre("It rained.", "All day"));
  EXPECT_EQ(article.extraction.method, "feed_content");
}

TEST(FeedItemTest, LeavesOutWhatIsHiddenAndWhatAPictureShows) {
  const auto article = ArticleOf(
      ItemOf("<p hidden>Hidden.</p><figure><figcaption>The river</figcaption>"
             "</figure><p>It rained.</p>"));

  EXPECT_THAT(article.paragraphs, ElementsAre("It rained."));
}

TEST(FeedItemTest, TakesEachFieldFromTheItem) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.title = "Rain &amp; wind";
  item.feed.title_markup = model::Markup::kHtml;
  item.feed.published = "Tue, 23 Jan 2024 14:30:00 GMT";
  item.feed.authors = {"jane@example.com (Jane Doe)"};
  item.feed.categories = {"Rain", "Rain", "Rivers"};
  item.feed.feed_title = "Example Times";
  const auto article = ArticleOf(item);

  EXPECT_EQ(article.title, "Rain & wind");
  EXPECT_EQ(article.published_at, "2024-01-23T14:30:00Z");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_THAT(article.tags, ElementsAre("Rain", "Rivers"));
  EXPECT_EQ(article.source.name, "Example Times");
  EXPECT_EQ(article.canonical_url, "https://www.example.com/rain");
}

TEST(FeedItemTest, ADateAfterTheFetchIsOnlyInTheEvidence) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.fetched_at = "2024-01-23T20:00:00Z";
  item.feed.published = "Wed, 23 Jan 2030 14:30:00 GMT";
  item.feed.modified = "2024-01-24T14:30:00Z";
  Evidence evidence;
  const auto article = ReadFeedItem(item, Options{}, evidence).value();

  EXPECT_EQ(article.published_at, "");
  EXPECT_EQ(article.modified_at, "2024-01-24T14:30:00Z");
  ASSERT_EQ(evidence[Field::kPublishedAt].size(), 1U);
  EXPECT_EQ(evidence[Field::kPublishedAt][0].value, "2030-01-23T14:30:00Z");
  EXPECT_FALSE(evidence[Field::kPublishedAt][0].verdict.empty());
}

TEST(FeedItemTest, ADescriptionAloneIsAnExcerpt) {
  model::Document item = ItemOf("It rained.");
  item.feed.content_is_summary = true;

  EXPECT_EQ(ArticleOf(item).extraction.completeness,
            model::Completeness::kExcerpt);
}

TEST(FeedItemTest, PicturesNeedAnAbsoluteUrl) {
  model::Document item = ItemOf("It rained.");
  item.feed.images = {{"/a.jpg", "", ""},
                      {"https://www.example.com/b.jpg", " The river ", ""}};
  const auto article = ArticleOf(item);

  ASSERT_EQ(article.images.size(), 1U);
  EXPECT_EQ(article.images[0].caption, "The river");
}

TEST(FeedItemTest, TheStatedPictureIsFirstAndTheThumbnailLast) {
  model::Document item = ItemOf("<img src='/b.jpg'>It rained.");
  item.feed.images = {
      {"https://www.example.com/t.jpg", "", "", 90, /*is_thumbnail=*/true},
      {"https://www.example.com/a.jpg?w=100", "", "", 100},
      {"https://www.example.com/a.jpg?w=900", "", "", 900}};
  const auto article = ArticleOf(item);

  ASSERT_EQ(article.images.size(), 3U);
  EXPECT_EQ(article.images[0].url, "https://www.example.com/a.jpg?w=900");
  EXPECT_EQ(article.images[1].url, "https://www.example.com/b.jpg");
  EXPECT_EQ(article.images[2].url, "https://www.example.com/t.jpg");
}

TEST(FeedItemTest, ThePortraitOfTheAuthorIsNoPicture) {
  model::Document item = ItemOf("It rained.");
  item.feed.images = {{"https://0.gravatar.com/avatar/abc?s=96", "", ""}};

  EXPECT_TRUE(ArticleOf(item).images.empty());
}

TEST(FeedItemTest, RemovesTheTailOfTheTextAndOfTheSummary) {
  model::Document item = ItemOf(
      "<h1>Rain</h1><p>It rained all day.</p><p>The post <a>Rain</a> appeared "
      "first on <a>Example Times</a>.</p>");
  item.feed.title = "Rain";
  item.feed.summary =
      "It rained […] The post Rain appeared first on Example "
      "Times.";
  item.feed.feed_title = "Example Times";
  const auto article = ArticleOf(item);

  EXPECT_THAT(article.paragraphs, ElementsAre("It rained all day."));
  EXPECT_EQ(article.summary, "It rained");
  EXPECT_EQ(article.extraction.completeness, model::Completeness::kFull);
}

TEST(FeedItemTest, ACallToReadMoreShowsThatTheTextIsAnExcerpt) {
  EXPECT_EQ(ArticleOf(ItemOf("<p>It rained.</p><p><a href=x>Read more</a></p>"))
                .extraction.completeness,
            model::Completeness::kExcerpt);
}

TEST(FeedItemTest, AWireStatesAllItsPictures) {
  model::Document item = ItemOf("<img src='/b.jpg'>It rained.");
  item.kind = model::DocumentKind::kNinjs;
  EXPECT_EQ(ArticleOf(item).images.size(), 1U);

  item.feed.images = {{"https://www.example.com/a.jpg", "", ""}};
  const auto article = ArticleOf(item);
  ASSERT_EQ(article.images.size(), 1U);
  EXPECT_EQ(article.images[0].url, "https://www.example.com/a.jpg");
}

TEST(FeedItemTest, WiresHaveNoTail) {
  model::Document item = ItemOf("<p>It rained.</p><p>Read more</p>");
  item.kind = model::DocumentKind::kNitf;

  EXPECT_THAT(ArticleOf(item).paragraphs,
              ElementsAre("It rained.", "Read more"));
}

TEST(FeedItemTest, ATitleMayShowTags) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.title = "The &lt;select&gt; element";
  item.feed.title_markup = model::Markup::kHtml;
  EXPECT_EQ(ArticleOf(item).title, "The <select> element");

  item.feed.title = "The <b> element: <b>bold</b>";
  item.feed.title_markup = model::Markup::kText;
  EXPECT_EQ(ArticleOf(item).title, "The <b> element: <b>bold</b>");
}

TEST(FeedItemTest, TheSourceOfAnItemIsItsCreditUnlessTheFeedIsTheSource) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.feed_title = "Example Times";
  item.feed.credit = "Island Post";
  EXPECT_EQ(ArticleOf(item).credit, "Island Post");

  item.feed.credit = "EXAMPLE TIMES";
  EXPECT_EQ(ArticleOf(item).credit, "");
}

TEST(FeedItemTest, KeepsTheRegionOfTheStatedLanguage) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.language = "en-au";

  EXPECT_EQ(ArticleOf(item).language, "en-AU");
}

TEST(FeedItemTest, ReadsDatesOfArchives) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.published = "Fri, 02 May 1986 08:00:00 +02";
  item.feed.modified = "Thu, 01 Jan 1970 00:00:00 GMT";
  const auto article = ArticleOf(item);

  EXPECT_EQ(article.published_at, "1986-05-02T08:00:00+02:00");
  EXPECT_EQ(article.modified_at, "");
}

TEST(FeedItemTest, ThePublisherIsAnAuthorOnlyWithoutAnotherAuthor) {
  model::Document item = ItemOf("<p>It rained.</p>");
  item.feed.feed_title = "Island Post &amp; Mail";
  item.feed.authors = {"Ida Holm | Island Post & Mail"};
  EXPECT_THAT(ArticleOf(item).authors, ElementsAre("Ida Holm"));

  item.feed.authors = {"Island Post"};
  item.source = "Island Post";
  EXPECT_THAT(ArticleOf(item).authors, ElementsAre("Island Post"));
}

}  // namespace
}  // namespace newsmill::extract::items
