#include "extract/dates/dateline.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string DateOf(std::string_view paragraph) {
  return DateOfDateline(paragraph, {});
}

TEST(PageDatelineTest, ReadsADateBehindAPlace) {
  EXPECT_EQ(DateOf("LAKETOWN, 3 May 2024 – The rain stopped."), "2024-05-03");
  EXPECT_EQ(DateOf("Laketown (3 May 2024) - The rain stopped."), "2024-05-03");
}

TEST(PageDatelineTest, ReadsADateThatStandsAlone) {
  EXPECT_EQ(DateOf("3 May 2024: The rain stopped."), "2024-05-03");
}

TEST(PageDatelineTest, ASentenceThatNamesADateIsNone) {
  EXPECT_EQ(DateOf("The rain of 3 May 2024 – as all agree – was heavy."), "");
  EXPECT_EQ(DateOf("On 3 May 2024 the rain stopped."), "");
}

TEST(PageDatelineTest, ADateFarIntoTheParagraphIsNone) {
  EXPECT_EQ(DateOf("The old town at the upper end of the lake, 3 May 2024 – "),
            "");
}

}  // namespace
}  // namespace newsmill::extract::dates
