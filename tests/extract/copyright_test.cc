#include "furniture.h"
#include "gtest/gtest.h"

namespace newsmill::extract {
namespace {

TEST(CopyrightHolderTest, IsTheNameBetweenYearAndLaw) {
  for (const std::string_view line :
       {"© 2024 Example Review. All rights reserved.",
        "Copyright © 2019–2024 by Example Review", "(c) Example Review, 2024",
        "Copyright 2024: Example Review | Terms"}) {
    EXPECT_EQ(CopyrightHolder(line), "Example Review") << line;
  }
}

TEST(CopyrightHolderTest, MayStandBehindOtherWords) {
  EXPECT_EQ(CopyrightHolder("Made with care. © 2024 Example Review"),
            "Example Review");
}

TEST(CopyrightHolderTest, ReadsOtherLanguages) {
  EXPECT_EQ(CopyrightHolder("© 2024 Beispielblatt. Alle Rechte vorbehalten"),
            "Beispielblatt");
  EXPECT_EQ(CopyrightHolder("版权所有：青石日报 未经许可不得转载"), "青石日报");
}

TEST(CopyrightHolderTest, IsEmptyWhenNobodyIsNamed) {
  EXPECT_EQ(CopyrightHolder("© 2024"), "");
  EXPECT_EQ(CopyrightHolder("Copyright. All rights reserved."), "");
}

TEST(CopyrightHolderTest, ASentenceIsNoName) {
  EXPECT_EQ(CopyrightHolder("© The material on this page may not be copied "
                            "rewritten or handed to others in any form at all"),
            "");
}

}  // namespace
}  // namespace newsmill::extract
