#include "page_language.h"

#include "gtest/gtest.h"
#include "scanned_page.h"

namespace newsmill::extract {
namespace {

std::string StatedBy(std::string html) {
  const ScannedPage parsed(std::move(html));
  return StatedLanguage(parsed.scan, parsed.data);
}

std::string Decide(std::string_view stated, std::string_view detected) {
  return DecideLanguage(stated, detected, nullptr);
}

TEST(PageLanguageTest, TheElementHtmlStatesItFirst) {
  EXPECT_EQ(
      StatedBy("<html lang=en-GB><meta property=og:locale content=fr_FR>"),
      "en-GB");
}

TEST(PageLanguageTest, ThenOpenGraphThenLinkedData) {
  EXPECT_EQ(StatedBy("<html lang=english>"
                     "<meta property=og:locale content=fr_FR>"),
            "fr_FR");
  EXPECT_EQ(StatedBy(LinkedDataScript(
                R"({"@type":"NewsArticle","headline":"x","inLanguage":"de"})")),
            "de");
  EXPECT_EQ(StatedBy("<p>x"), "");
}

TEST(PageLanguageTest, TheBodyOverrulesTheTemplate) {
  EXPECT_EQ(Decide("en-US", "ru"), "ru");
  EXPECT_EQ(Decide("", "ru"), "ru");
}

TEST(PageLanguageTest, ThePageDecidesBetweenCloseLanguages) {
  EXPECT_EQ(Decide("hr", "sr"), "hr");
  EXPECT_EQ(Decide("nb-NO", "da"), "nb");
}

TEST(PageLanguageTest, ThePageIsBelievedWhenNothingWasDetected) {
  EXPECT_EQ(Decide("en-GB", ""), "en");
  EXPECT_EQ(Decide("iw", ""), "he");
  EXPECT_EQ(Decide("", ""), "");
}

}  // namespace
}  // namespace newsmill::extract
