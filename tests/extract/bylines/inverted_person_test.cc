#include "extract/bylines/inverted_person.h"

#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

TEST(InvertedPersonTest, PutsTheGivenNameFirst) {
  EXPECT_EQ(InvertedPerson("Peña Ruiz, Marta"), "Marta Peña Ruiz");
  EXPECT_EQ(InvertedPerson("van der Berg, Anna-Lena"),
            "Anna-Lena van der Berg");
  EXPECT_EQ(InvertedPerson("Berg, J. K., Jr."), "J. K. Berg, Jr.");
}

TEST(InvertedPersonTest, KeepsAPairInDoubt) {
  EXPECT_EQ(InvertedPerson("Okon Adeyemi, Femi"), "Okon Adeyemi, Femi");
}

TEST(InvertedPersonTest, OtherTextsAreNotInverted) {
  for (const std::string_view text :
       {"Clara Holm, Jon Berg", "Clara Holm", "Holm, Ida, Berg, Jon",
        "Clara Holm, Editor", "Clara Holm, Reuters", ""}) {
    EXPECT_EQ(InvertedPerson(text), "") << text;
  }
}

TEST(InvertedPersonTest, KnowsParticlesInAnyCase) {
  EXPECT_TRUE(IsParticle("van"));
  EXPECT_TRUE(IsParticle("De"));
  EXPECT_FALSE(IsParticle("Holm"));
}

}  // namespace
}  // namespace newsmill::extract::bylines
