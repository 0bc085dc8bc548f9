#include "extract/metadata/page_evidence.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::metadata {
namespace {

using testing::Contains;

PageEvidence EvidenceOf(const std::string& html) {
  model::Document envelope;
  envelope.content = html;
  envelope.url = "https://www.example.com/news/rain";
  const html::Document page = html::Parse(envelope.content);
  return ReadPage(page, envelope);
}

TEST(PageEvidenceTest, HoldsEveryCandidateWithItsOrigin) {
  const PageEvidence evidence = EvidenceOf(
      "<title>Rain in May</title><meta property=og:title content='May rain'>"
      "<h1>Rain in May</h1>");

  EXPECT_GE(evidence.titles.size(), 3U);
  EXPECT_THAT(evidence.titles,
              Contains(testing::Field(&Candidate::origin, "meta og:title")));
}

TEST(PageEvidenceTest, DecidesNothing) {
  const PageEvidence evidence = EvidenceOf(
      "<title>Rain</title><meta name=author content='Jane Doe'>"
      "<meta property=article:published_time content=2024-01-23>");

  ASSERT_FALSE(evidence.authors.empty());
  ASSERT_FALSE(evidence.published.empty());
  EXPECT_FALSE(evidence.authors[0].taken);
  EXPECT_FALSE(evidence.published[0].taken);
}

TEST(PageEvidenceTest, KnowsWhetherThePageCallsItselfAnArticle) {
  EXPECT_TRUE(
      EvidenceOf("<meta property=og:type content=article>").is_article_type);
  EXPECT_FALSE(
      EvidenceOf("<meta property=og:type content=website>").is_article_type);
}

TEST(PageEvidenceTest, KeepsTheBodyThatLinkedDataStates) {
  EXPECT_EQ(EvidenceOf("<script type='application/ld+json'>{\"@type\":"
                       "\"NewsArticle\",\"headline\":\"Rain\",\"articleBody\":"
                       "\"It rained.\"}</script>")
                .article_body,
            "It rained.");
}

TEST(PageEvidenceTest, ThePublisherItselfIsNoCredit) {
  const PageEvidence evidence = EvidenceOf(
      "<meta property=og:site_name content='Example Times'>"
      "<meta name=source content='Example Times'>");

  const auto& credits = evidence.others[Field::kCredit];
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].verdict, "the publisher");
}

TEST(PageEvidenceTest, JoinsNames) {
  EXPECT_EQ(Joined({"Ana Roth", "Ben Roe"}), "Ana Roth; Ben Roe");
  EXPECT_EQ(Joined({}), "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
