// The real inputs that the project was given; they are not part of it. Where
// NEWSMILL_SHARED names their folder, they must come out perfectly.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gtest/gtest.h"
#include "newsmill/extract/extract.h"
#include "newsmill/input/decode.h"

namespace newsmill::pipeline {
namespace {

namespace fs = std::filesystem;

model::RawMessage OnlyFileIn(const fs::path& folder) {
  model::RawMessage message;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    message.value.emplace(std::istreambuf_iterator<char>(file),
                          std::istreambuf_iterator<char>());
  }
  return message;
}

TEST(SeedTest, IsReadPerfectly) {
  const char* shared = std::getenv("NEWSMILL_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "NEWSMILL_SHARED is not set";
  const auto items = input::Decode(OnlyFileIn(fs::path(shared) / "seed"), {});
  ASSERT_TRUE(items.front());

  const auto article = extract::Extract(*items.front(), {});

  ASSERT_TRUE(article) << article.error().detail;
  EXPECT_EQ(article->section, "Latest Headlines");
  EXPECT_EQ(article->title,
            "Pakistan and China strengthen defense ties with COAS");
  EXPECT_EQ(article->published_at, "2024-01-23");
  EXPECT_EQ(article->credit, "The Daily Mail, Pakistan");
  EXPECT_EQ(article->source.name, "Beijing Review");
  EXPECT_EQ(article->language, "en");
  ASSERT_EQ(article->paragraphs.size(), 8U);
  EXPECT_TRUE(article->paragraphs.front().starts_with("Vice Foreign Minister"));
  EXPECT_TRUE(article->paragraphs.back().ends_with("said an ISPR statement."));
  // Every paragraph stands in the input as it is.
  for (const std::string& paragraph : article->paragraphs) {
    EXPECT_NE(items.front()->content.find(paragraph), std::string::npos);
  }
}

}  // namespace
}  // namespace newsmill::pipeline
