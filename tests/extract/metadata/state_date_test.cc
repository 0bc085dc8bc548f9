#include "extract/metadata/state_date.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::metadata {
namespace {

std::string DateOf(std::string_view script) {
  const ParsedPage parsed("<script>" + std::string(script) + "</script>");
  return DateOfState(parsed.page, {});
}

TEST(PageStateDateTest, ReadsTheDateThatAScriptKeeps) {
  EXPECT_EQ(DateOf(R"(x = {"publishedAt": "2024-01-23T14:30:00Z"};)"),
            "2024-01-23T14:30:00Z");
  EXPECT_EQ(DateOf(R"({"datePublished":"2024-01-23"})"), "2024-01-23");
}

TEST(PageStateDateTest, ReadsJsonWithinAString) {
  EXPECT_EQ(DateOf(R"(x = "{\"published_at\":\"2024-01-23\"}")"), "2024-01-23");
}

TEST(PageStateDateTest, TwoDaysBelongToSeveralArticles) {
  EXPECT_EQ(DateOf(R"({"publishedAt":"2024-01-23"},
                   {"publishedAt":"2024-01-24"})"),
            "");
}

TEST(PageStateDateTest, TheSameMomentMayBeWrittenTwice) {
  EXPECT_EQ(DateOf(R"({"publishedAt":"2024-01-23T23:30:00Z"},
                   {"publishedAt":"2024-01-24T00:30:00+01:00"})"),
            "2024-01-23T23:30:00Z");
}

TEST(PageStateDateTest, AnotherNameIsNone) {
  EXPECT_EQ(DateOf(R"({"unpublishedAt":"2024-01-23"})"), "");
  EXPECT_EQ(DateOf(R"({"publishedAt":"soon"})"), "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
