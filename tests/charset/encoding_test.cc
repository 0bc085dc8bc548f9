#include "newsmill/charset/encoding.h"

#include "gtest/gtest.h"

namespace newsmill::charset {
namespace {

TEST(EncodingTest, EveryNameIsALabelOfItsOwn) {
  for (int i = 0; i < kEncodingCount; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    EXPECT_EQ(EncodingOf(Name(encoding)), encoding) << Name(encoding);
  }
}

TEST(EncodingTest, LabelsMeanWhatTheWebMeans) {
  EXPECT_EQ(EncodingOf("iso-8859-1"), Encoding::kWindows1252);
  EXPECT_EQ(EncodingOf("us-ascii"), Encoding::kWindows1252);
  EXPECT_EQ(EncodingOf("latin5"), Encoding::kWindows1254);
  EXPECT_EQ(EncodingOf("tis-620"), Encoding::kWindows874);
  EXPECT_EQ(EncodingOf("gb2312"), Encoding::kGbk);
  EXPECT_EQ(EncodingOf("ks_c_5601-1987"), Encoding::kEucKr);
  EXPECT_EQ(EncodingOf("utf-16"), Encoding::kUtf16Le);
  EXPECT_EQ(EncodingOf("hz-gb-2312"), Encoding::kReplacement);
}

TEST(EncodingTest, CaseAndBlanksDoNotMatter) {
  EXPECT_EQ(EncodingOf("\t UTF8\n"), Encoding::kUtf8);
  EXPECT_EQ(EncodingOf("Shift_JIS"), Encoding::kShiftJis);
}

TEST(EncodingTest, OtherLabelsAreUnknown) {
  EXPECT_EQ(EncodingOf(""), std::nullopt);
  EXPECT_EQ(EncodingOf("utf-7"), std::nullopt);
  EXPECT_EQ(EncodingOf("utf-32"), std::nullopt);
  EXPECT_EQ(EncodingOf("utf 8"), std::nullopt);
  EXPECT_EQ(EncodingOf(std::string(1 << 20, 'x')), std::nullopt);
}

}  // namespace
}  // namespace newsmill::charset
