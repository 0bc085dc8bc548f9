#include "extract/plain/meta_line.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

using testing::ElementsAre;

std::optional<MetaLine> Read(std::string_view line) {
  const auto blocks = text::LinesOf(line, 1);
  return ReadMetaLine(blocks.front(), {});
}

TEST(MetaLineTest, ReadsDateAndSourceBetweenAnyMarks) {
  for (const std::string_view line :
       {" · 2024-01-23 ·  Source: The Example Mail, Northport",
        "2024-01-23 | Source: The Example Mail, Northport",
        "Source: The Example Mail, Northport — 2024-01-23",
        "2024-01-23   Source：The Example Mail, Northport"}) {
    const auto meta = Read(line);
    ASSERT_TRUE(meta) << line;
    EXPECT_EQ(meta->published_at, "2024-01-23") << line;
    EXPECT_EQ(meta->credit, "The Example Mail, Northport") << line;
  }
}

TEST(MetaLineTest, ReadsLabelsWithoutSeparators) {
  const auto meta = Read("来源：青石日报 2024-03-18 09:26 编辑：王小石");

  ASSERT_TRUE(meta);
  EXPECT_EQ(meta->credit, "青石日报");
  EXPECT_EQ(meta->published_at, "2024-03-18T09:26:00");
  EXPECT_TRUE(meta->authors.empty());
}

TEST(MetaLineTest, TellsUpdatesFromPublication) {
  const auto meta =
      Read("Published 23 January 2024, 10:00 | Updated 24 January 2024, 11:00");

  EXPECT_EQ(meta->published_at, "2024-01-23T10:00:00");
  EXPECT_EQ(meta->modified_at, "2024-01-24T11:00:00");
}

TEST(MetaLineTest, NamesAuthorsWithoutRolesAndAddresses) {
  EXPECT_THAT(Read("By Jane Doe and John van Roe, Staff Writers")->authors,
              ElementsAre("Jane Doe", "John van Roe"));
  EXPECT_THAT(Read("Von Anna Weber (Berlin)")->authors,
              ElementsAre("Anna Weber"));
  EXPECT_THAT(Read("Por Lucía Berrocal, lucia@paper.example")->authors,
              ElementsAre("Lucía Berrocal"));
  EXPECT_THAT(Read("作者：林晓梅")->authors, ElementsAre("林晓梅"));
}

TEST(MetaLineTest, AnAgencyIsNoAuthor) {
  const auto meta = Read("By Reuters");

  EXPECT_TRUE(meta->authors.empty());
  EXPECT_EQ(meta->credit, "Reuters");
}

TEST(MetaLineTest, ASeparatorMayBeBetweenDateAndTime) {
  EXPECT_EQ(Read("23 January 2024 | 18:45")->published_at,
            "2024-01-23T18:45:00");
}

TEST(MetaLineTest, ALineOfOtherLabelsIsAMetaLine) {
  const auto meta = Read("字号: 大 中 小");

  ASSERT_TRUE(meta);
  EXPECT_FALSE(meta->HasAnyField());
}

TEST(MetaLineTest, SentencesAreNoMetaLines) {
  EXPECT_FALSE(Read("On January 23, 2024, the council voted against it."));
  EXPECT_FALSE(Read("By the river stood a mill"));
  EXPECT_FALSE(Read("Von der Leiter gestürzt"));
  EXPECT_FALSE(Read("The 2024-01-23 flood in seven pictures from the air"));
  EXPECT_FALSE(Read("Source of the river found"));
}

}  // namespace
}  // namespace newsmill::extract::plain
