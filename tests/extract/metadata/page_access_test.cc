#include "extract/metadata/page_access.h"

#include "extract/assemble.h"
#include "gtest/gtest.h"
#include "tests/extract/metadata/page_fixture.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

std::string StatedBy(std::string html) {
  const ScannedPage parsed(std::move(html));
  Evidence evidence;
  ReadAccess(parsed.scan, parsed.data, evidence);
  return evidence.TakeFirst(Field::kAccessStated);
}

std::string StatedByNode(const std::string& members) {
  return StatedBy(LinkedDataScript(
      R"({"@type":"NewsArticle","headline":"Rain in May",)" + members + "}"));
}

TEST(PageAccessTest, ReadsLinkedData) {
  EXPECT_EQ(StatedByNode(R"("isAccessibleForFree":true)"), "free");
  EXPECT_EQ(StatedByNode(R"("isAccessibleForFree":"False")"), "locked");
  EXPECT_EQ(StatedByNode(R"("isAccessibleForFree":"http://schema.org/True")"),
            "free");
}

TEST(PageAccessTest, AnArticleWithALockedPartIsLocked) {
  EXPECT_EQ(StatedByNode(R"("isAccessibleForFree":true,"hasPart":[)"
                         R"({"isAccessibleForFree":"false"}])"),
            "locked");
  EXPECT_EQ(StatedByNode(R"("hasPart":{"isAccessibleForFree":true})"), "");
}

TEST(PageAccessTest, ReadsMetaElements) {
  EXPECT_EQ(StatedBy("<meta property=article:content_tier content=metered>"),
            "metered");
  EXPECT_EQ(StatedBy("<meta itemprop=isAccessibleForFree content=false>"),
            "locked");
  EXPECT_EQ(StatedBy("<meta name=content_tier content=7>"), "");
}

TEST(PageAccessTest, ReadsTheClassOfAPaywall) {
  EXPECT_EQ(StatedBy("<p>Rain.</p><div class=paywall>Subscribe now to read the "
                     "rest of this story</div>"),
            "locked");
  EXPECT_EQ(StatedBy("<div class='c-regwall'>Register to go on reading this "
                     "week</div>"),
            "metered");
}

TEST(PageAccessTest, IgnoresEmptyAndHiddenPaywalls) {
  EXPECT_EQ(StatedBy("<div class=paywall></div>"), "");
  EXPECT_EQ(StatedBy("<div class=paywall style='display:none'>Subscribe now to "
                     "read the rest of this story</div>"),
            "");
}

/// Returns an article from a page with these members of JSON-LD and a body with
/// that number of words.
model::Article JudgedBy(const std::string& members, uint32_t words) {
  const std::string html = LinkedDataScript(
      R"({"@type":"NewsArticle","headline":"Rain in May",)" + members + "}");
  const html::Document page = html::Parse(html);
  PageEvidence evidence = ReadPage(page, model::Document());
  body::Body body;
  body.words = words;
  model::Article article;
  AssembleBody(evidence, page, body, article);
  return article;
}

TEST(PageAccessTest, ABodyWithFewOfTheStatedWordsIsTruncated) {
  const model::Article article = JudgedBy(R"("wordCount":"1900")", 90);

  EXPECT_EQ(article.access.stated, "");
  EXPECT_EQ(article.access.judged, "truncated");
  EXPECT_EQ(article.extraction.completeness, model::Completeness::kStub);
}

TEST(PageAccessTest, ABodyWithNearlyAllStatedWordsIsFull) {
  const model::Article article =
      JudgedBy(R"("isAccessibleForFree":false,"wordCount":400)", 380);

  EXPECT_EQ(article.access.stated, "locked");
  EXPECT_EQ(article.access.judged, "full");
  EXPECT_EQ(article.extraction.completeness, model::Completeness::kFull);
}

TEST(PageAccessTest, JudgesNothingWithoutEvidence) {
  EXPECT_EQ(JudgedBy(R"("wordCount":0)", 380).access.judged, "");
  EXPECT_EQ(JudgedBy(R"("wordCount":700)", 380).access.judged, "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
