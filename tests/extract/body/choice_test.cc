#include "extract/body/choice.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ChoiceTest, NamesTheBlocksInTheBody) {
  const Choices choices = {{true, ""}, {false, ""}, {true, ""}};

  EXPECT_THAT(ChosenBlocks(choices), ElementsAre(0, 2));
  EXPECT_THAT(ChosenBlocks({}), IsEmpty());
}

TEST(ChoiceTest, ADroppedBlockHasTheRuleThatDroppedIt) {
  Choices choices = {{true, ""}, {true, ""}, {false, "a notice"}, {true, ""}};

  DropBlocks(choices, 1, 3, "a pull quote");

  EXPECT_THAT(ChosenBlocks(choices), ElementsAre(0, 3));
  EXPECT_EQ(choices[1].rule, "a pull quote");
  EXPECT_EQ(choices[2].rule, "a notice");
}

}  // namespace
}  // namespace newsmill::extract::body
