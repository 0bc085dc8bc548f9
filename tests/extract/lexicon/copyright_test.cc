#include "extract/lexicon/copyright.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

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
