#include "extract/metadata/meta_tags.h"
#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

TEST(MetaNamesTest, KnowsTheNamesOfOpenGraphAndDublinCore) {
  ASSERT_NE(FindMetaName("article:published_time"), nullptr);
  EXPECT_EQ(FindMetaName("article:published_time")->key, MetaKey::kPublished);
  ASSERT_NE(FindMetaName("dc.rights"), nullptr);
  EXPECT_EQ(FindMetaName("dc.rights")->key, MetaKey::kSiteName);
}

TEST(MetaNamesTest, BelievesTheNameOfTheStandardFirst) {
  EXPECT_LT(FindMetaName("article:modified_time")->rank,
            FindMetaName("updated_time")->rank);
}

TEST(MetaNamesTest, OtherNamesSayNothing) {
  for (const std::string_view name : {"viewport", "", "Author", "zzz"}) {
    EXPECT_EQ(FindMetaName(name), nullptr) << name;
  }
}

}  // namespace
}  // namespace newsmill::extract::metadata
