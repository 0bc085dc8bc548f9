#include "newsmill/extract/evidence.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EvidenceTest, NamesFieldsAsTheRecordDoes) {
  EXPECT_EQ(Name(Field::kTitle), "title");
  EXPECT_EQ(Name(Field::kPublishedAt), "published_at");
  EXPECT_EQ(Name(Field::kParagraphs), "paragraphs");
}

TEST(EvidenceTest, TakesTheFirstValueAndSaysWhyNotTheOthers) {
  Evidence evidence;
  evidence.Add(Field::kTitle, "Rain", "json-ld headline");
  evidence.Add(Field::kTitle, "Wind", "meta og:title");

  EXPECT_EQ(evidence.TakeFirst(Field::kTitle), "Rain");
  const auto& titles = evidence[Field::kTitle];
  EXPECT_TRUE(titles[0].taken);
  EXPECT_EQ(titles[0].verdict, "most trusted");
  EXPECT_FALSE(titles[1].taken);
  EXPECT_EQ(titles[1].verdict, "less trusted");
}

TEST(EvidenceTest, AValueWithAnObjectionIsNotTaken) {
  Evidence evidence;
  evidence.Add(Field::kCredit, "Example Times", "meta source", "the publisher");
  evidence.Add(Field::kCredit, "Reuters", "byline");

  EXPECT_EQ(evidence.TakeFirst(Field::kCredit), "Reuters");
  EXPECT_FALSE(evidence[Field::kCredit][0].taken);
  EXPECT_EQ(evidence[Field::kCredit][0].verdict, "the publisher");
}

TEST(EvidenceTest, AnEmptyValueIsNoCandidate) {
  Evidence evidence;
  evidence.Add(Field::kTitle, "", "meta og:title");

  EXPECT_THAT(evidence[Field::kTitle], IsEmpty());
  EXPECT_EQ(evidence.TakeFirst(Field::kTitle), "");
}

TEST(EvidenceTest, TakesAllValuesOfAList) {
  Evidence evidence;
  evidence.Add(Field::kParagraphs, "It rained.", "content");
  evidence.Add(Field::kParagraphs, "Menu", "content", "hidden");
  evidence.Add(Field::kParagraphs, "It stopped.", "content");

  EXPECT_THAT(evidence.TakeAll(Field::kParagraphs),
              ElementsAre("It rained.", "It stopped."));
  EXPECT_FALSE(evidence[Field::kParagraphs][1].taken);
}

}  // namespace
}  // namespace newsmill::extract
