#include "extract/metadata/author_places.h"

#include "fmt/format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

using testing::ElementsAre;

std::vector<std::string> LinesOf(std::string html) {
  const ParsedPage parsed(std::move(html));
  return LinesBelowHeadline(parsed.page, parsed.First(html::Tag::kH1));
}

bool FirstAuthorMadeAPicture(std::string html) {
  const ScannedPage parsed(std::move(html));
  return !parsed.scan.authors.empty() &&
         IsMediaOrCommentCreator(parsed.page, parsed.scan.authors[0]);
}

TEST(AuthorPlacesTest, ALineBelowTheHeadlineIsAWholeBlock) {
  EXPECT_THAT(LinesOf("<h1>Rain in May</h1><p>By <b>Ana Roth</b>, Leeds</p>"
                      "<div>12 May 2024</div>"),
              ElementsAre("By Ana Roth, Leeds", "12 May 2024"));
}

TEST(AuthorPlacesTest, TheFirstParagraphEndsTheLines) {
  EXPECT_THAT(
      LinesOf("<h1>Rain in May</h1><p>By Ana Roth</p><p>" +
              std::string(kMaxBylineText + 1, 'x') + "</p><p>By Ben Cole</p>"),
      ElementsAre("By Ana Roth"));
}

TEST(AuthorPlacesTest, IgnoresPartsOutsideOfTheArticle) {
  EXPECT_THAT(LinesOf("<h1>Rain in May</h1><nav>News</nav><aside>By Ben Cole"
                      "</aside><p>By Ana Roth</p><footer>By Cy Dahl</footer>"),
              ElementsAre("By Ana Roth"));
  for (const char* part : {"article", "main"}) {
    EXPECT_THAT(LinesOf(fmt::format("<{0}><h1>Rain in May</h1><aside>By Ana "
                                    "Roth</aside></{0}>",
                                    part)),
                ElementsAre("By Ana Roth"));
  }
}

TEST(AuthorPlacesTest, RecognizesTheCreatorOfAPicture) {
  EXPECT_TRUE(FirstAuthorMadeAPicture(
      "<figure><span itemprop=creator>Ana Roth</span></figure>"));
  EXPECT_TRUE(FirstAuthorMadeAPicture(
      "<div itemscope itemtype=https://schema.org/ImageObject>"
      "<span itemprop=author>Ana Roth</span></div>"));
  EXPECT_FALSE(FirstAuthorMadeAPicture(
      "<div itemscope itemtype=https://schema.org/NewsArticle>"
      "<span itemprop=author>Ana Roth</span></div>"));
}

TEST(AuthorPlacesTest, APropertyMayNameSeveralPersons) {
  const ScannedPage parsed(
      "<div itemprop=author><span itemprop=name>Ana Roth</span> and "
      "<span itemprop=name>Ben Cole</span></div>");

  ASSERT_FALSE(parsed.scan.authors.empty());
  EXPECT_EQ(NamesInProperty(parsed.page, parsed.scan.authors[0]),
            "Ana Roth, Ben Cole");
}

TEST(AuthorPlacesTest, ANameEndsWithItsElement) {
  const ScannedPage parsed(
      "<p class=author><a>Ana Roth</a> <a>View All</a></p>");
  std::vector<std::string> names = {"Ana Roth View All"};

  ASSERT_FALSE(parsed.scan.authors.empty());
  CutNamesAtTextEnds(parsed.page, parsed.scan.authors[0], names);

  EXPECT_THAT(names, ElementsAre("Ana Roth"));
}

TEST(AuthorPlacesTest, RemovesNamesFromATextOfRoles) {
  const ScannedPage parsed(
      "<div class=author><b>Ana Roth</b> <i>Senior Editor and Head Gardener</i>"
      "</div>");
  std::vector<std::string> names = {"Ana Roth", "Head Gardener"};

  ASSERT_FALSE(parsed.scan.authors.empty());
  DropNamesInRoles(parsed.page, parsed.scan.authors[0], names);

  EXPECT_THAT(names, ElementsAre("Ana Roth"));
}

}  // namespace
}  // namespace newsmill::extract::metadata
