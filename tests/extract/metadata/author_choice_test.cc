#include "extract/metadata/author_choice.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NamesCandidate Names(std::vector<std::string> names,
                     bool may_complete = false) {
  NamesCandidate candidate;
  candidate.names = std::move(names);
  candidate.may_complete = may_complete;
  return candidate;
}

TEST(AuthorChoiceTest, TakesTheFirstNames) {
  std::vector<NamesCandidate> candidates = {Names({"Jane Doe"}),
                                            Names({"John Roe"})};

  EXPECT_THAT(ChooseAuthors(candidates), ElementsAre("Jane Doe"));
  EXPECT_TRUE(candidates[0].taken);
  EXPECT_EQ(candidates[1].verdict, "less trusted");
}

TEST(AuthorChoiceTest, AUserNameGivesWayToAFullName) {
  std::vector<NamesCandidate> candidates = {Names({"jdoe"}),
                                            Names({"Jane Doe"})};

  EXPECT_THAT(ChooseAuthors(candidates), ElementsAre("Jane Doe"));
  EXPECT_FALSE(candidates[0].taken);
  EXPECT_EQ(candidates[0].verdict, "another place says more");
}

TEST(AuthorChoiceTest, AChineseNameOfOneWordIsAFullName) {
  std::vector<NamesCandidate> candidates = {Names({"王小明"}),
                                            Names({"Jane Doe"})};

  EXPECT_THAT(ChooseAuthors(candidates), ElementsAre("王小明"));
}

TEST(AuthorChoiceTest, AListThatMayCompleteAddsToTheNamesThatItHolds) {
  const std::vector<std::string> both = {"Dr. Jane Doe", "John Roe"};
  std::vector<NamesCandidate> sure = {Names({"Jane Doe"}), Names(both, true)};
  std::vector<NamesCandidate> unsure = {Names({"Jane Doe"}), Names(both)};
  std::vector<NamesCandidate> others = {Names({"Ana Roth"}), Names(both, true)};

  EXPECT_EQ(ChooseAuthors(sure), both);
  EXPECT_THAT(ChooseAuthors(unsure), ElementsAre("Jane Doe"));
  EXPECT_THAT(ChooseAuthors(others), ElementsAre("Ana Roth"));
}

TEST(AuthorChoiceTest, NamesWithAnObjectionAreNotTaken) {
  std::vector<NamesCandidate> candidates = {Names({"Jane Doe"})};
  candidates[0].verdict = "the name of the site";

  EXPECT_THAT(ChooseAuthors(candidates), IsEmpty());
  EXPECT_FALSE(candidates[0].taken);
}

}  // namespace
}  // namespace newsmill::extract::metadata
