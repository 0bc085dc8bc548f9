// Pins the feature rows that the model sees. A change in reading pages or in
// the features shows here first.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "extract/assemble.h"
#include "extract/body/context.h"
#include "extract/body/features.h"
#include "extract/body/model.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::body {
namespace {

struct PinnedPage {
  std::string folder;  // of tests/data
  size_t blocks;
  uint32_t hash;  // FNV-1a of all features and contexts
};

class Hash {
 public:
  void Add(int16_t value) {
    value_ = (value_ ^ static_cast<uint16_t>(value)) * 16777619U;
  }
  uint32_t value() const { return value_; }

 private:
  uint32_t value_ = 2166136261U;
};

std::string ContentOf(const std::string& folder) {
  std::ifstream file(NEWSMILL_TEST_DATA "/" + folder + "/input.html");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class FeatureRowsTest : public testing::TestWithParam<PinnedPage> {};

TEST_P(FeatureRowsTest, AreThoseThatTheModelWasTrainedWith) {
  const PinnedPage& pinned = GetParam();
  const std::string content = ContentOf(pinned.folder);
  ASSERT_FALSE(content.empty());
  model::Document document;
  document.kind = model::DocumentKind::kHtml;
  document.content = content;
  const html::Document page = html::Parse(document.content);
  metadata::PageEvidence evidence = metadata::ReadPage(page, document);
  model::Article article;
  AssembleMetadata(evidence, document, article);
  const BodyHints hints = HintsOf(evidence, article);

  const Outline outline = OutlineOf(page, 1000);
  const std::vector<FeatureRow> rows =
      FeaturesOf(outline, FactsOf(outline, hints), hints);
  const std::vector<ContextRow> contexts =
      ContextsOf(outline, rows, ScoresOf(outline, rows));

  Hash hash;
  for (size_t i = 0; i < rows.size(); ++i) {
    for (int feature = 0; feature < kFeatureCount; ++feature) {
      hash.Add(rows[i].At(feature));
    }
    for (const int16_t context : contexts[i]) hash.Add(context);
  }
  EXPECT_EQ(rows.size(), pinned.blocks);
  EXPECT_EQ(hash.value(), pinned.hash);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, FeatureRowsTest,
    testing::Values(PinnedPage{"html_page", 10, 2549950575},
                    PinnedPage{"page_article", 14, 1699351378},
                    PinnedPage{"page_no_article", 7, 701989068}),
    [](const auto& test) { return test.param.folder; });

}  // namespace
}  // namespace newsmill::extract::body
