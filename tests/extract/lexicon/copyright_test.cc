#include "extract/lexicon/copyright.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
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

TEST(CopyrightTest, NamesThePublisher) {
  EXPECT_EQ(CopyrightHolder("Copyright Ellery Review All rights reserved "
                            "港ICP备00000001号"),
            "Ellery Review");
  EXPECT_EQ(CopyrightHolder("© 2019-2024 The Skerry Post Ltd. All rights "
                            "reserved."),
            "The Skerry Post Ltd");
  EXPECT_EQ(CopyrightHolder("Copyright (c) 2024 by Example Media | Terms"),
            "Example Media");
  EXPECT_EQ(CopyrightHolder("版权所有 青石网 未经授权不得转载"), "青石网");
  EXPECT_EQ(CopyrightHolder("© 2023 Der Bote. Alle Rechte vorbehalten."),
            "Der Bote");
}

TEST(CopyrightTest, NamesNobodyWhereNobodyIsNamed) {
  EXPECT_EQ(CopyrightHolder("© 2024"), "");
  EXPECT_EQ(CopyrightHolder("All rights reserved."), "");
}

}  // namespace
}  // namespace newsmill::extract::lexicon
