// Every limit of the extraction. A document at the limit passes; one more is
// rejected as `limit`, and the message names the key to change.
#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/extract/extract.h"

namespace newsmill::extract {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kSentence =
    "The ferry sailed again on Monday and on Tuesday as it always did. ";

std::string Times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::string Story(std::string_view extra) {
  std::string page = "<title>Ferry sails again</title><article>";
  page += "<h1>Ferry sails again</h1>";
  for (int i = 0; i < 8; ++i) {
    page += "<p>";
    page += Times(5, kSentence);
  }
  page += "</article>";
  page += extra;
  return page;
}

model::Document DocumentOf(model::DocumentKind kind, std::string content) {
  model::Document document;
  document.kind = kind;
  document.input_id = "mine";
  document.content = std::move(content);
  if (kind == model::DocumentKind::kRss) {
    document.content_markup = model::Markup::kHtml;
  }
  return document;
}

struct Case {
  const char* name;
  model::DocumentKind kind;
  Options options;
  std::string fits;
  std::string too_much;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class LimitsTest : public testing::TestWithParam<Case> {};

TEST_P(LimitsTest, AtTheLimitPassesAndOneMoreIsRefused) {
  const Case& c = GetParam();

  const auto fits = Extract(DocumentOf(c.kind, c.fits), c.options);
  const auto too_much = Extract(DocumentOf(c.kind, c.too_much), c.options);

  EXPECT_TRUE(fits) << fits.error().detail;
  ASSERT_FALSE(too_much);
  EXPECT_EQ(too_much.error().reason, model::Reason::kLimit);
  EXPECT_EQ(too_much.error().input_id, "mine");
  EXPECT_THAT(too_much.error().detail,
              HasSubstr("extract." + std::string(c.name)));
}

INSTANTIATE_TEST_SUITE_P(
    Extract, LimitsTest,
    testing::Values(Case{"max_nodes",
                         model::DocumentKind::kHtml,
                         {.max_nodes = 500},
                         Story(Times(400, "<i></i>")),
                         Story(Times(600, "<i></i>"))},
                    Case{"max_attributes",
                         model::DocumentKind::kHtml,
                         {.max_attributes = 500},
                         Story(Times(490, "<hr id=a>")),
                         Story(Times(501, "<hr id=a>"))},
                    Case{"max_blocks",
                         model::DocumentKind::kHtml,
                         {.max_blocks = 109},
                         Story(Times(100, "<p>a")),
                         Story(Times(101, "<p>a"))},
                    // `noscript` is read only if the page has no article
                    // otherwise.
                    Case{"max_blocks",
                         model::DocumentKind::kHtml,
                         {.max_blocks = 20},
                         Story(""),
                         "<noscript>" + Times(21, "<p>a") + "</noscript>"},
                    Case{"max_nodes",
                         model::DocumentKind::kRss,
                         {.max_nodes = 500},
                         Story(Times(400, "<i></i>")),
                         Story(Times(600, "<i></i>"))},
                    Case{"max_blocks",
                         model::DocumentKind::kRss,
                         {.max_blocks = 109},
                         Story(Times(100, "<p>a")),
                         Story(Times(101, "<p>a"))},
                    Case{"max_lines",
                         model::DocumentKind::kText,
                         {.max_lines = 1000},
                         // Lines are counted before wrapped lines are joined.
                         Times(1000, std::string(kSentence) + "\n"),
                         Times(1001, std::string(kSentence) + "\n")}),
    [](const auto& tested) {
      return std::string(tested.param.name) + "_" +
             std::to_string(tested.index);
    });

}  // namespace
}  // namespace newsmill::extract
