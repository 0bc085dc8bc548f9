#include "gtest/gtest.h"
#include "newsmill/dedup/index.h"

namespace newsmill::dedup {
namespace {

model::Article ArticleOf(std::vector<std::string> paragraphs,
                         std::string id = "first") {
  model::Article article;
  article.article_id = std::move(id);
  article.paragraphs = std::move(paragraphs);
  return article;
}

TEST(FingerprintTest, TextsThatReadTheSameHaveOneHash) {
  const auto one =
      FingerprintOf(ArticleOf({"“Yes,” he said.", "Then he left."}));
  const auto other =
      FingerprintOf(ArticleOf({"\"Yes,\" he said. THEN he left."}));

  EXPECT_EQ(one.text, other.text);
}

TEST(FingerprintTest, AnotherWordIsAnotherText) {
  EXPECT_NE(FingerprintOf(ArticleOf({"He left."})).text,
            FingerprintOf(ArticleOf({"She left."})).text);
}

TEST(FingerprintTest, ArticlesAreToldByTheirIdentity) {
  EXPECT_NE(FingerprintOf(ArticleOf({"He left."}, "first")).article,
            FingerprintOf(ArticleOf({"He left."}, "second")).article);
}

TEST(IndexTest, EveryArticleIsAnOriginal) {
  Index index;
  const model::LogEntry entry;

  EXPECT_EQ(index.Apply(entry, 0, 0).relation, model::Relation::kOriginal);
  EXPECT_EQ(index.Apply(entry, 1, 1).relation, model::Relation::kOriginal);
}

}  // namespace
}  // namespace newsmill::dedup
