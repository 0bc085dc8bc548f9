#include "extract/body/match.h"

#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

TEST(BodyMatchTest, KeysIgnoreCasePunctuationAndQuotes) {
  EXPECT_EQ(MatchKey("It’s “Fine” – 3.5 %"), MatchKey("its fine 35"));
  EXPECT_EQ(MatchKey("Über"), "Über");
}

TEST(BodyMatchTest, OverlapIsTheSharedPartOfTheLongerOne) {
  EXPECT_EQ(OverlapPercent("ferrysails", "ferrysails"), 100);
  EXPECT_EQ(OverlapPercent("ferrysails", "ferrysailsexamplenews"), 47);
  EXPECT_EQ(OverlapPercent("ferrysails", "somethingelse"), 0);
  EXPECT_EQ(OverlapPercent("", "a"), 0);
}

TEST(BodyMatchTest, FindsPiecesOfALongText) {
  const std::string text =
      "The ferry sailed again on Monday, three weeks after the storm had "
      "closed the harbour of the island.";
  const PieceIndex index(text);

  EXPECT_EQ(index.PercentIn(MatchKey(text)), 100);
  EXPECT_EQ(index.PercentIn(MatchKey("The mayor of the town said nothing.")),
            0);
  EXPECT_EQ(index.PercentIn("short"), -1);
}

TEST(BodyMatchTest, AShortTextHasNoPieces) {
  EXPECT_TRUE(PieceIndex("A few words.").empty());
  EXPECT_EQ(PieceIndex("").PercentIn("whateverthismaybeaskedfor"), -1);
}

}  // namespace
}  // namespace newsmill::extract::body
