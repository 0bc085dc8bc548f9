// The links, dates, authors and categories of RSS and Atom items.
#include "feed.h"
#include "fmt/format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

using testing::ElementsAre;

/// The only entry of a feed that was fetched from that URL.
FeedEntry EntryOf(const std::string& feed, std::string_view fetched_url = "") {
  auto read = ReadXmlFeed(feed, fetched_url, Options{});
  EXPECT_TRUE(read.has_value() && read->entries.size() == 1) << feed;
  return read && !read->entries.empty() ? read->entries.front() : FeedEntry();
}

/// The only entry of an RSS feed with those elements in its channel and item.
FeedEntry RssEntry(const std::string& item, const std::string& channel = "",
                   const std::string& attributes = "") {
  return EntryOf(
      "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'"
      " xmlns:dc='http://purl.org/dc/elements/1.1/'"
      " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"
      " xmlns:media='http://search.yahoo.com/mrss/'"
      " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
      " xmlns:own='https://post.example/ns'><channel " +
      attributes + "><item>" + item + "</item>" + channel + "</channel></rss>");
}

FeedEntry AtomEntry(const std::string& inside) {
  return EntryOf("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside +
                 "</entry></feed>");
}

constexpr const char* kSelf =
    "<atom:link rel='self' href='https://post.example/feeds/all.xml'/>";

TEST(FeedLinkTest, TheFeedsOwnUrlIsTheBase) {
  EXPECT_EQ(RssEntry("<link>/1</link>", kSelf).url, "https://post.example/1");
  EXPECT_EQ(RssEntry("<link>1.html</link>", kSelf).url,
            "https://post.example/feeds/1.html");
  EXPECT_EQ(
      RssEntry("<link>/1</link>", "<link>https://post.example/</link>").url,
      "https://post.example/1");
  EXPECT_EQ(RssEntry("<link>//news.post.example/1</link>", kSelf).url,
            "https://news.post.example/1");
}

TEST(FeedLinkTest, TheFetchedUrlIsTheBaseUnlessTheSiteIsOnAnotherHost) {
  const auto url = [](const std::string& site, const std::string& link) {
    return EntryOf("<rss><channel><link>" + site + "</link><item><link>" +
                       link + "</link></item></channel></rss>",
                   "https://Post.example/feeds/all.xml")
        .url;
  };
  EXPECT_EQ(url("", "1"), "https://Post.example/feeds/1");
  EXPECT_EQ(url("https://post.example/", "1"), "https://Post.example/feeds/1");
  EXPECT_EQ(url("https://isle.example/", "news/1"),
            "https://isle.example/news/1");
  EXPECT_EQ(url("/", "/1"), "https://Post.example/1");
  EXPECT_EQ(RssEntry("<link>/1</link>",
                     std::string(kSelf) + "<link>https://isle.example</link>")
                .url,
            "https://isle.example/1");
}

TEST(FeedLinkTest, ABaseOfAnElementIsBetterThanTheFeedsUrl) {
  EXPECT_EQ(
      RssEntry("<link>1</link>", kSelf, "xml:base='https://isle.example/news/'")
          .url,
      "https://isle.example/news/1");
  // The base of "news/" is not known when the item is read.
  EXPECT_EQ(RssEntry("<link>1</link>", kSelf, "xml:base='news/'").url, "");
}

TEST(FeedLinkTest, ARelativeLinkWithoutABaseIsDropped) {
  EXPECT_EQ(RssEntry("<link>/1</link>").url, "");
  EXPECT_EQ(RssEntry("<link>/1</link>", "<link>/</link>").url, "");
  EXPECT_EQ(RssEntry("<link>tag:1</link>", kSelf).url, "");
}

TEST(FeedLinkTest, TheFeedsUrlIsTheBaseOfTextsAndImages) {
  const FeedEntry entry = RssEntry(
      "<enclosure type='image/png' url='/a.png'/>"
      "<description>&lt;p>x&lt;/p></description>",
      kSelf);

  EXPECT_EQ(entry.item.base_url, "https://post.example/feeds/all.xml");
  EXPECT_EQ(entry.item.images.at(0).url, "https://post.example/a.png");
}

TEST(FeedLinkTest, AnOriginalLinkMustBeAUrl) {
  const std::string link = "<link>https://post.example/1</link>";
  for (const std::string text : {"none", "", "/2", "https://", "tag:2"}) {
    EXPECT_EQ(RssEntry(fmt::format("<feedburner:origLink>{}"
                                   "</feedburner:origLink>{}",
                                   text, link),
                       kSelf)
                  .url,
              "https://post.example/1")
        << text;
  }
  EXPECT_EQ(RssEntry(link + "<feedburner:origLink>https://isle.example/2"
                            "</feedburner:origLink>")
                .url,
            "https://isle.example/2");
}

TEST(FeedLinkTest, AGuidIsALinkUnlessItSaysThatItIsNone) {
  const auto url = [](const std::string& attributes) {
    return RssEntry("<guid " + attributes + ">https://post.example/1</guid>")
        .url;
  };
  EXPECT_EQ(url(""), "https://post.example/1");
  EXPECT_EQ(url("isPermaLink='true'"), "https://post.example/1");
  EXPECT_EQ(url("isPermaLink=' False '"), "");
  EXPECT_EQ(RssEntry("<guid isPermaLink='true'>/1</guid>", kSelf).url,
            "https://post.example/1");
  EXPECT_EQ(RssEntry("<guid>/1</guid>", kSelf).url, "");
  EXPECT_EQ(RssEntry("<guid>https://post.example/1</guid><link>/2</link>").url,
            "https://post.example/1");
  EXPECT_EQ(RssEntry("<guid>https://post.example/1</guid>"
                     "<link>https://post.example/2</link>")
                .url,
            "https://post.example/2");
}

TEST(FeedDateTest, ReadsDatesOfAtomWithoutAPrefix) {
  const FeedEntry entry = RssEntry(
      "<updated>2026-03-04</updated><published>2026-03-03</published>");

  EXPECT_EQ(entry.item.published, "2026-03-03");
  EXPECT_EQ(entry.item.modified, "2026-03-04");
}

TEST(FeedDateTest, AnElementOfRssIsBetter) {
  EXPECT_EQ(RssEntry("<date>2026-03-01</date><published>2026-03-03</published>"
                     "<pubDate>2026-03-02</pubDate>")
                .item.published,
            "2026-03-02");
  EXPECT_EQ(
      RssEntry("<published>2026-03-03</published><dc:date>2026-03-02</dc:date>")
          .item.published,
      "2026-03-02");
  EXPECT_EQ(RssEntry("<own:published>2026-03-03</own:published>"
                     "<own:pubDate>2026-03-03</own:pubDate>")
                .item.published,
            "");
}

TEST(FeedAuthorTest, ReadsNestedAndSeveralAuthors) {
  EXPECT_THAT(RssEntry("<author><name>Ida Holm</name><title>Editor</title>"
                       "</author><title>Rain</title>")
                  .item.authors,
              ElementsAre("Ida Holm"));
  EXPECT_THAT(RssEntry("<dc:creator>Ida Holm</dc:creator>"
                       "<dc:creator>Jon Berg</dc:creator>")
                  .item.authors,
              ElementsAre("Ida Holm", "Jon Berg"));
  EXPECT_THAT(
      AtomEntry("<author>Ida Holm</author><title>Rain</title>").item.authors,
      ElementsAre("Ida Holm"));
  EXPECT_THAT(AtomEntry("<author><name>Ida Holm</name><uri>/ida</uri></author>"
                        "<author>Jon Berg</author>")
                  .item.authors,
              ElementsAre("Ida Holm", "Jon Berg"));
}

TEST(FeedAuthorTest, ReadsAListOfAuthors) {
  EXPECT_THAT(RssEntry("<authors><author>Ida Holm</author>"
                       "<author>Jon Berg</author></authors>")
                  .item.authors,
              ElementsAre("Ida Holm", "Jon Berg"));
}

TEST(FeedAuthorTest, NothingInAnAuthorIsAFieldOfTheItem) {
  const FeedEntry entry = RssEntry(
      "<author><link>https://post.example/ida</link><title>Editor</title>"
      "<category>Staff</category><name>Ida Holm</name></author>"
      "<link>https://post.example/1</link><title>Rain</title>");

  EXPECT_EQ(entry.url, "https://post.example/1");
  EXPECT_EQ(entry.item.title, "Rain");
  EXPECT_TRUE(entry.item.categories.empty());
}

TEST(FeedAuthorTest, AChannelOfRssNamesNoAuthorOfItsItems) {
  EXPECT_TRUE(RssEntry("<title>Rain</title>",
                       "<dc:creator>Ida Holm</dc:creator>"
                       "<author>Ida Holm</author>")
                  .item.authors.empty());
}

TEST(FeedCategoryTest, ALabelStandsForTheText) {
  EXPECT_THAT(
      RssEntry("<media:category label='Town life'>town/life_2</media:category>"
               "<category domain='https://post.example/s'>Rain</category>"
               "<itunes:category text='News'><itunes:category text='Daily'/>"
               "</itunes:category>")
          .item.categories,
      ElementsAre("Town life", "Rain", "News", "Daily"));
  EXPECT_THAT(RssEntry("<media:category>Rain</media:category>").item.categories,
              ElementsAre("Rain"));
}

TEST(FeedNamespaceTest, AnotherNamespaceIsWorseThanThePlainElement) {
  const FeedEntry entry = RssEntry(
      "<media:title>Picture</media:title><itunes:title>Sound</itunes:title>"
      "<own:title>Own</own:title><own:link>https://own.example/</own:link>"
      "<own:author>Own</own:author><itunes:author>Sound</itunes:author>"
      "<title>Rain</title><link>https://post.example/1</link>"
      "<author>Ida Holm</author>");

  EXPECT_EQ(entry.item.title, "Rain");
  EXPECT_EQ(entry.url, "https://post.example/1");
  EXPECT_THAT(entry.item.authors, ElementsAre("Ida Holm"));
}

}  // namespace
}  // namespace newsmill::input
