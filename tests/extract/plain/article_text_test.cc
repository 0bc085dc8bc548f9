#include "extract/plain/article_text.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

using testing::ElementsAre;

constexpr std::string_view kFirst =
    "The first paragraph of the story tells what has happened in the valley.";
constexpr std::string_view kSecond =
    "The second paragraph adds what people said about it on the next day.";

/// An ArticleText whose fields are the first candidates.
struct ReadText : ArticleText {
  std::string title;
  std::string subtitle;
  std::string section;
  std::vector<std::string> tags;
  MetaLine meta;
};

ReadText Read(const std::vector<std::string_view>& lines,
              std::string_view hint = "") {
  std::string text;
  for (const std::string_view line : lines) {
    text += line;
    text += '\n';
  }
  ReadText read{
      ArticleTextOf(text::LinesOf(text, 1000), hint, {}), {}, {}, {}, {}, {}};
  read.title = read.evidence.TakeFirst(Field::kTitle);
  read.subtitle = read.evidence.TakeFirst(Field::kSubtitle);
  read.section = read.evidence.TakeFirst(Field::kSection);
  read.tags = read.evidence.TakeAll(Field::kTags);
  read.meta.published_at = read.evidence.TakeFirst(Field::kPublishedAt);
  read.meta.credit = read.evidence.TakeFirst(Field::kCredit);
  read.meta.authors = read.evidence.TakeAll(Field::kAuthors);
  return read;
}

TEST(ArticleTextTest, AShortLineAboveTheTitleIsTheSection) {
  const auto article = Read({"Island News", "Ferry sails again after the storm",
                             "2024-01-23", kFirst, kSecond});

  EXPECT_EQ(article.section, "Island News");
  EXPECT_EQ(article.title, "Ferry sails again after the storm");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ArticleTextTest, ALongLineBelowTheTitleIsTheSubtitle) {
  const auto article = Read({"The ferry sails again",
                             "Three weeks without a boat are over for the "
                             "islanders",
                             "2024-01-23", kFirst});

  EXPECT_EQ(article.title, "The ferry sails again");
  EXPECT_EQ(article.subtitle,
            "Three weeks without a boat are over for the islanders");
}

TEST(ArticleTextTest, AStandfirstBeforeTheDateLineIsTheSubtitle) {
  const auto article = Read({"Ferry sails again after the winter storms",
                             kFirst, "By Jane Doe | 2024-01-23", kSecond});

  EXPECT_EQ(article.subtitle, kFirst);
  EXPECT_THAT(article.paragraphs, ElementsAre(kSecond));
  EXPECT_THAT(article.meta.authors, ElementsAre("Jane Doe"));
}

TEST(ArticleTextTest, ADateLineMayStandAboveTheTitle) {
  const auto article = Read(
      {"January 23, 2024", "Ferry sails again after it", "", kFirst, kSecond});

  EXPECT_EQ(article.title, "Ferry sails again after it");
  EXPECT_EQ(article.meta.published_at, "2024-01-23");
  EXPECT_EQ(article.paragraphs.size(), 2U);
}

TEST(ArticleTextTest, KeepsSubheadingsAndListItems) {
  const auto article =
      Read({"Ferry sails again after the storm", kFirst, "What comes next",
            kSecond, "- one boat a day", "- two in summer"});

  EXPECT_THAT(article.paragraphs,
              ElementsAre(kFirst, "What comes next", kSecond,
                          "- one boat a day", "- two in summer"));
}

TEST(ArticleTextTest, KeepsShortSentencesAtBothEnds) {
  const auto article =
      Read({"Ferry sails again after the storm", "Nobody had waited for it.",
            kFirst, "It rained all day.", "Island Shop"});

  EXPECT_THAT(article.paragraphs, ElementsAre("Nobody had waited for it.",
                                              kFirst, "It rained all day."));
}

TEST(ArticleTextTest, AListBelowTheTitleIsNoSubtitle) {
  const auto article = Read({"Ferry sails again after the storm",
                             "- One boat a day from Monday", kFirst});

  EXPECT_EQ(article.subtitle, "");
  EXPECT_EQ(article.paragraphs.size(), 2U);
}

TEST(ArticleTextTest, LeavesOutNoticesBetweenParagraphs) {
  const auto article =
      Read({"Ferry sails again after the storm", kFirst, "Advertisement",
            "Read more: Another ferry", kSecond});

  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ArticleTextTest, OtherArticlesUnderAHeadingAreNotTheBody) {
  const auto article = Read({"Ferry sails again after the storm", kFirst,
                             kSecond, kFirst, "Related articles",
                             "Another ferry is sold abroad for a good price."});

  EXPECT_EQ(article.paragraphs.size(), 3U);
}

TEST(ArticleTextTest, AnEarlyHeadingOverOtherArticlesDoesNotEndTheBody) {
  const auto article = Read({"Ferry sails again after the storm", kFirst,
                             "Related articles", kSecond, kFirst, kSecond});

  EXPECT_EQ(article.paragraphs.size(), 4U);
}

TEST(ArticleTextTest, MenuLinesBesideKnownBoilerplateGoWithIt) {
  const auto article =
      Read({"Ferry sails again after the storm", kFirst, "Harbour Focus",
            "Long Reads", "Contact Us", "Island Shop", kSecond});

  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ArticleTextTest, AKnownTitleIsFoundWhereverItStands) {
  const auto article =
      Read({"Five things to know about the new ferry line", kFirst,
            "Ferry sails again", "2024-01-23", kSecond},
           "Ferry sails again");

  EXPECT_EQ(article.title, "Ferry sails again");
  EXPECT_THAT(article.paragraphs, ElementsAre(kSecond));
}

TEST(ArticleTextTest, DatesAndTagsAtTheFootAreRead) {
  const auto article =
      Read({"Ferry sails again after the storm", kFirst, kSecond,
            "Published: 2024-01-23", "Tags: ferry, storm; islands"});

  EXPECT_EQ(article.meta.published_at, "2024-01-23");
  EXPECT_THAT(article.tags, ElementsAre("ferry", "storm", "islands"));
  EXPECT_EQ(article.paragraphs.size(), 2U);
}

TEST(ArticleTextTest, ADatelineNamesTheAgency) {
  const auto article = Read(
      {"Ferry sails again after the storm",
       "NORTHPORT, Jan. 22 (Xinhua) -- The ferry sailed again on Monday."});

  EXPECT_EQ(article.meta.credit, "Xinhua");
}

TEST(ArticleTextTest, ATextThatBreaksOffIsTruncated) {
  EXPECT_TRUE(Read({"Ferry sails again after it",
                    "The first paragraph breaks off in the middle of a…"})
                  .truncated);
}

TEST(ArticleTextTest, ATitleThatIsRepeatedIsNoSubtitle) {
  const auto article =
      Read({"Ferry sails again after the storm",
            "FERRY sails again after the storm!", kFirst, kSecond});

  EXPECT_EQ(article.subtitle, "");
}

}  // namespace
}  // namespace newsmill::extract::plain
