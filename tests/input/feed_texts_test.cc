// Which of the texts of a feed item is the article.
#include "fmt/format.h"
#include "gtest/gtest.h"
#include "newsmill/input/decode.h"

namespace newsmill::input {
namespace {

using model::Document;
using model::Markup;

const std::string kArticle =
    "The ferry returns in May, the company said. The quay has been repaired, "
    "and the first boat leaves on Monday.";

Document Only(std::string feed) {
  model::RawMessage message;
  message.value = std::move(feed);
  message.headers = {{"content-type", "application/xml"}};
  const auto items = Decode(message, {});
  EXPECT_EQ(items.size(), 1U);
  return items.size() == 1 && items.front() ? *items.front() : Document();
}

Document RssItem(const std::string& inside) {
  return Only(
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/"
      "content/' xmlns:yandex='http://news.yandex.ru' "
      "xmlns:turbo='http://turbo.yandex.ru' "
      "xmlns:rambler='http://news.rambler.ru' "
      "xmlns:media='http://search.yahoo.com/mrss/' "
      "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
      "<channel><item><link>https://paper.example/a</link>" +
      inside + "</item></channel></rss>");
}

TEST(FeedTextsTest, ADescriptionWithMuchMoreTextIsTheArticle) {
  for (const std::string content :
       {"", "&lt;img src='a.jpg'>", "&lt;p>&amp;nbsp;&lt;/p>", "<!-- x -->",
        "Ferry returns.", "&lt;script>var a = 'a long script';&lt;/script>"}) {
    for (const bool first : {false, true}) {
      const std::string encoded =
          "<content:encoded>" + content + "</content:encoded>";
      const std::string description =
          "<description>" + kArticle + "</description>";
      const Document item =
          RssItem(first ? encoded + description : description + encoded);
      EXPECT_EQ(item.content, kArticle) << content;
      EXPECT_TRUE(item.feed.content_is_summary);
    }
  }
}

TEST(FeedTextsTest, ATitleOfAnUnknownMediaTypeIsText) {
  const auto title = [](const std::string& text) {
    return Only(
               "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title "
               "type='application/x-words'>" +
               text + "</title><content>Rain.</content></entry></feed>")
        .feed.title;
  };
  EXPECT_EQ(title("Ferry late"), "Ferry late");
  EXPECT_EQ(title("late"), "late");
  EXPECT_EQ(title("RmVycnkgbGF0ZQ=="), "Ferry late");
}

TEST(FeedTextsTest, TheShorterTextIsTheSummary) {
  const Document item =
      RssItem("<description>Ferry returns.</description><content:encoded>" +
              kArticle + "</content:encoded>");

  EXPECT_EQ(item.content, kArticle);
  EXPECT_EQ(item.feed.summary, "Ferry returns.");
  EXPECT_FALSE(item.feed.content_is_summary);
}

TEST(FeedTextsTest, AContentThatIsALittleShorterStaysTheArticle) {
  const Document item = RssItem("<description>" + kArticle +
                                " Tickets are sold.</description>"
                                "<content:encoded>" +
                                kArticle + "</content:encoded>");

  EXPECT_EQ(item.content, kArticle);
  EXPECT_FALSE(item.feed.content_is_summary);
}

TEST(FeedTextsTest, AMediaDescriptionIsACaptionAndNotTheArticle) {
  const Document item = RssItem(
      "<description>Ferry returns.</description>"
      "<media:description>" +
      kArticle + "</media:description>");

  EXPECT_EQ(item.content, "Ferry returns.");
}

TEST(FeedTextsTest, ReadsTheFullTextElementsOfPublishers) {
  for (const std::string name :
       {"yandex:full-text", "turbo:content", "rambler:fulltext", "fulltext",
        "encoded", "full-text", "fullText", "full_text", "content", "body",
        "articleBody", "text", "other:full-text"}) {
    const std::string open =
        name.starts_with("other:") ? name + " xmlns:other='urn:other'" : name;
    const Document item =
        RssItem(fmt::format("<description>Ferry returns.</description>"
                            "<{}><![CDATA[<p>{}</p>]]></{}>",
                            open, kArticle, name));
    EXPECT_EQ(item.content, fmt::format("<p>{}</p>", kArticle)) << name;
    EXPECT_EQ(item.content_markup, Markup::kHtml);
    EXPECT_EQ(item.feed.summary, "Ferry returns.");
  }
}

TEST(FeedTextsTest, ABlankLineSeparatesParagraphs) {
  EXPECT_EQ(RssItem("<description>One.\n\nTwo.</description>").content,
            "One.\n\n<br><br>Two.");
}

TEST(FeedTextsTest, ATitleOfTheTypeTextHoldsNoMarkup) {
  const auto markup = [](const std::string& title) {
    return Only("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + title +
                "<summary>x</summary></entry></feed>")
        .feed.title_markup;
  };
  EXPECT_EQ(markup("<title type='text'>&lt;b>a&lt;/b></title>"), Markup::kText);
  EXPECT_EQ(markup("<title type='html'>&lt;b>a&lt;/b></title>"), Markup::kHtml);
  EXPECT_EQ(markup("<title>&lt;b>a&lt;/b></title>"), Markup::kHtml);
  EXPECT_EQ(markup("<title type='xhtml'><b>a</b></title>"), Markup::kHtml);
}

TEST(FeedTextsTest, PicturesHaveAWidth) {
  const Document item = RssItem(
      "<description>x</description>"
      "<media:content url='https://paper.example/a.jpg' width='900'/>"
      "<media:thumbnail url='https://paper.example/b.jpg' width='x'/>");

  ASSERT_EQ(item.feed.images.size(), 2U);
  EXPECT_EQ(item.feed.images[0].width, 900);
  EXPECT_FALSE(item.feed.images[0].is_thumbnail);
  EXPECT_EQ(item.feed.images[1].width, 0);
  EXPECT_TRUE(item.feed.images[1].is_thumbnail);
}

TEST(FeedTextsTest, OfTheSizesInAGroupTheWidestIsThePicture) {
  const std::string small =
      "<media:content url='https://paper.example/a.jpg' width='90'/>";
  const std::string large =
      "<media:content url='https://paper.example/b.jpg' width='900'/>";
  const std::string other =
      "<media:content url='https://paper.example/c.jpg' medium='image'/>";
  const auto urls = [](const std::string& inside) {
    std::string all;
    for (const model::FeedImage& image : RssItem(inside).feed.images) {
      all += image.url.substr(image.url.rfind('/'));
    }
    return all;
  };

  EXPECT_EQ(urls("<media:group>" + small + large + "</media:group>"), "/b.jpg");
  EXPECT_EQ(urls("<media:group>" + large + small + "</media:group>"), "/b.jpg");
  EXPECT_EQ(urls("<media:group>" + small + other + "</media:group>"),
            "/a.jpg/c.jpg");
  EXPECT_EQ(urls(small + large), "/a.jpg/b.jpg");
}

TEST(FeedTextsTest, TheBaseOfAContentIsStatedOrTheLink) {
  EXPECT_EQ(RssItem("<description>x</description>").feed.base_url,
            "https://paper.example/a");
  EXPECT_EQ(Only("<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
                 "<link href='https://paper.example/a'/>"
                 "<content type='html' xml:base='https://cdn.example/p/'>x"
                 "</content></entry></feed>")
                .feed.base_url,
            "https://cdn.example/p/");
}

}  // namespace
}  // namespace newsmill::input
