#include "extract/lexicon/boilerplate.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

std::optional<Part> Of(std::string_view line) {
  return BoilerplateOf(text::LinesOf(line, 1).front());
}

TEST(BoilerplateTest, KnowsMenusAndNoticesOfManyLanguages) {
  for (const std::string_view line : {"Advertise with Us",
                                      "» Home",
                                      "[Advertisement]",
                                      "12 comments",
                                      "5 min read",
                                      "Teilen",
                                      "Abonnez-vous",
                                      "Síguenos",
                                      "Подписаться",
                                      "关于我们",
                                      "責任編輯：王小石",
                                      "تابعنا",
                                      "https://example.org/x",
                                      "Read more: Another story",
                                      "Follow us on Facebook",
                                      "----",
                                      "Partners:  |  One  |  Two  |  Three",
                                      "Radio | Online | Journal",
                                      "京ICP备00000000号",
                                      "News Sport Weather Opinion"}) {
    EXPECT_EQ(Of(line), Part::kNotice) << line;
  }
}

TEST(BoilerplateTest, KnowsHeadingsOverOtherArticles) {
  for (const std::string_view line :
       {"Related Articles", "MOST READ:", "Mehr zum Thema", "À lire aussi",
        "Читайте также", "相关阅读", "関連記事", "اقرأ أيضا"}) {
    EXPECT_EQ(Of(line), Part::kOtherArticles) << line;
  }
}

TEST(BoilerplateTest, ProseIsNoBoilerplate) {
  for (const std::string_view line :
       {"Share prices fell on Monday after the bank's warning.",
        "Home owners in the valley pay more.",
        "Related companies were not charged, the prosecutor said.",
        "He said: “Yes / no.”", "A headline about advertising"}) {
    EXPECT_EQ(Of(line), std::nullopt) << line;
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
