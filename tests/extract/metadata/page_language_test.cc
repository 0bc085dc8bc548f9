#include "extract/metadata/page_language.h"

#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

std::string StatedBy(std::string html) {
  const ScannedPage parsed(std::move(html));
  return StatedLanguage(parsed.scan, parsed.data);
}

TEST(PageLanguageTest, TheElementHtmlStatesItFirst) {
  EXPECT_EQ(
      StatedBy("<html lang=en-GB><meta property=og:locale content=fr_FR>"),
      "en-GB");
}

TEST(PageLanguageTest, ThenOpenGraphThenLinkedData) {
  EXPECT_EQ(StatedBy("<html lang=english>"
                     "<meta property=og:locale content=fr_FR>"),
            "fr-FR");
  EXPECT_EQ(StatedBy(LinkedDataScript(
                R"({"@type":"NewsArticle","headline":"x","inLanguage":"de"})")),
            "de");
  EXPECT_EQ(StatedBy("<p>x"), "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
