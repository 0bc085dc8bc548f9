#include "extract/metadata/page_images.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kBase = "https://www.example.com/news/rain";

std::vector<model::Image> ImagesBelow(std::string html) {
  const ParsedPage parsed(std::move(html));
  std::vector<ImageCandidate> images;
  ReadImagesBelow(parsed.page, parsed.page.body(), kBase, images);
  return ChooseImages(images);
}

std::vector<std::string> UrlsBelow(std::string html) {
  std::vector<std::string> urls;
  for (const auto& image : ImagesBelow(std::move(html))) {
    urls.push_back(image.url);
  }
  return urls;
}

TEST(PageImagesTest, TheLeadImageComesFromTheMetadata) {
  const ScannedPage parsed(
      "<meta property=og:image content=/a.jpg>"
      "<meta property=og:image:alt content='The river'>");
  std::vector<ImageCandidate> candidates;
  ReadImages(parsed.scan, parsed.data, kBase, candidates);
  const auto images = ChooseImages(candidates);

  ASSERT_EQ(images.size(), 1U);
  EXPECT_EQ(images[0].url, "https://www.example.com/a.jpg");
  EXPECT_EQ(images[0].caption, "The river");
}

TEST(PageImagesTest, AFigureGivesCaptionAndCredit) {
  const auto images = ImagesBelow(
      "<figure><img src=/a.jpg><figcaption>The river at dawn. "
      "<span class=credit>Photo: Jane Doe</span></figcaption></figure>");

  ASSERT_EQ(images.size(), 1U);
  EXPECT_EQ(images[0].caption, "The river at dawn.");
  EXPECT_EQ(images[0].credit, "Photo: Jane Doe");
}

TEST(PageImagesTest, TakesTheSourceThatLoadsLaterAndTheLargestOfASet) {
  EXPECT_THAT(UrlsBelow("<img src=/placeholder.gif data-src=/a.jpg>"
                        "<img srcset='/s.jpg 320w, /l.jpg 1280w'>"),
              ElementsAre("https://www.example.com/a.jpg",
                          "https://www.example.com/l.jpg"));
}

TEST(PageImagesTest, LeavesOutIconsAndSmallPictures) {
  EXPECT_THAT(UrlsBelow("<img src=/logo.png><img src=/a.svg>"
                        "<img src=/b.jpg width=60 height=60>"),
              IsEmpty());
}

TEST(PageImagesTest, OnePictureInTwoSizesIsOne) {
  EXPECT_THAT(UrlsBelow("<img src=/a.jpg?w=100><img src=/a.jpg?w=900>"),
              ElementsAre("https://www.example.com/a.jpg?w=100"));
}

}  // namespace
}  // namespace newsmill::extract::metadata
