#include "extract/items/item_body.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::items {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kProse =
    "The county archive opens its reading room on two more evenings a week, "
    "because the number of visitors has doubled since the spring.";

ItemBody BodyOf(std::string content, std::string base_url = "") {
  model::Document item;
  item.kind = model::DocumentKind::kRss;
  item.content = std::move(content);
  item.content_markup = model::Markup::kHtml;
  item.url = "https://www.example.com/news/rain";
  item.feed.base_url = std::move(base_url);
  Evidence evidence;
  return ReadItemBody(item, Options{}, evidence).value();
}

std::vector<std::string> TextsOf(std::string content) {
  std::vector<std::string> texts;
  for (ItemParagraph& each : BodyOf(std::move(content)).paragraphs) {
    texts.push_back(std::move(each.text));
  }
  return texts;
}

std::vector<std::string> ImagesOf(std::string content,
                                  std::string base_url = "") {
  std::vector<std::string> urls;
  for (const auto& image :
       BodyOf(std::move(content), std::move(base_url)).images) {
    urls.push_back(image.value);
  }
  return urls;
}

TEST(ItemBodyTest, TheTextOfASlideIsNoCaption) {
  EXPECT_THAT(TextsOf("<figure><figcaption>The room</figcaption><img src=a>"
                      "<p>Picture: Ann Roe</p><div><p>" +
                      kProse + "</p></div></figure><p>Rain.</p>"),
              ElementsAre(kProse, "Rain."));
  EXPECT_THAT(TextsOf("<figure><p>" + kProse + "</p><p>" + kProse +
                      "</p></figure><p>Rain.</p>"),
              ElementsAre(kProse, kProse, "Rain."));
}

TEST(ItemBodyTest, CaptionsAreNotParagraphs) {
  EXPECT_THAT(TextsOf("<figure><img src=a><figcaption>" + kProse +
                      "</figcaption></figure><p>Rain.</p>"),
              ElementsAre("Rain."));
  EXPECT_THAT(
      TextsOf("<figure><img src=a><p>" + kProse + "</p></figure><p>Rain.</p>"),
      ElementsAre("Rain."));
  EXPECT_THAT(TextsOf("<div><img src=a><p class='wp-caption-text'>The room"
                      "</p></div><p>Rain.</p>"),
              ElementsAre("Rain."));
}

TEST(ItemBodyTest, CaptionsAreTheTextOfAnItemWithoutOtherText) {
  EXPECT_THAT(TextsOf("<figure><img src=a><figcaption>" + kProse +
                      "</figcaption></figure>"),
              ElementsAre(kProse));
}

TEST(ItemBodyTest, PicturesAreResolvedAgainstTheBaseOrTheLink) {
  EXPECT_THAT(ImagesOf("<img src='/a.jpg'><img src='b.jpg'>"
                       "<img src='//cdn.example.com/c.jpg'>"),
              ElementsAre("https://www.example.com/a.jpg",
                          "https://www.example.com/news/b.jpg",
                          "https://cdn.example.com/c.jpg"));
  EXPECT_THAT(ImagesOf("<img src='i/a.jpg'>", "https://cdn.example.com/p/"),
              ElementsAre("https://cdn.example.com/p/i/a.jpg"));
}

TEST(ItemBodyTest, TrackingPixelsAndInlineDataAreNoPictures) {
  EXPECT_THAT(ImagesOf("<img src='https://s.example/x' width=1 height=1>"
                       "<img src='data:image/gif;base64,R0lG'>"),
              IsEmpty());
}

TEST(ItemBodyTest, TakesTheLargestPictureOfASet) {
  EXPECT_THAT(ImagesOf("<img srcset='/a.jpg 320w, /b.jpg 900w'>"),
              ElementsAre("https://www.example.com/b.jpg"));
}

TEST(ItemBodyTest, TheSummaryMayHaveThePicture) {
  model::Document item;
  item.content = kProse;
  item.url = "https://www.example.com/news/rain";
  item.feed.summary = "<img src='/a.jpg'>";
  item.feed.summary_markup = model::Markup::kHtml;
  Evidence evidence;
  const ItemBody body = ReadItemBody(item, Options{}, evidence).value();

  ASSERT_EQ(body.images.size(), 1U);
  EXPECT_EQ(body.images[0].value, "https://www.example.com/a.jpg");
}

}  // namespace
}  // namespace newsmill::extract::items
