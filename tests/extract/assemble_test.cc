#include "extract/assemble.h"

#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract {
namespace {

using testing::ElementsAre;

struct Assembled {
  explicit Assembled(std::string html) {
    envelope.content = std::move(html);
    envelope.url = "https://www.example.com/news/rain";
    const html::Document page = html::Parse(envelope.content);
    evidence = metadata::ReadPage(page, envelope);
    AssembleMetadata(evidence, envelope, article);
    hints = HintsOf(evidence, article);
  }
  void Add(body::Body body) {
    const html::Document page = html::Parse(envelope.content);
    AssembleBody(evidence, page, body, article);
  }

  model::Document envelope;
  metadata::PageEvidence evidence;
  model::Article article;
  body::BodyHints hints;
};

body::Body BodyOf(std::string paragraph) {
  body::Body body;
  body.paragraphs = {std::move(paragraph)};
  return body;
}

TEST(AssembleTest, TheMetadataGiveTheHintsForTheBody) {
  const Assembled page(
      "<title>Rain in May</title><meta name=author content='Jane Doe'>"
      "<meta name=description content='It rained.'>"
      "<meta property=og:type content=article>");

  EXPECT_EQ(page.hints.title, "Rain in May");
  EXPECT_THAT(page.hints.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(page.hints.description, "It rained.");
  EXPECT_TRUE(page.hints.is_article_type);
}

TEST(AssembleTest, TheHeadlineAboveTheBodyIsTheTitleWhereThereIsNoOther) {
  Assembled page("<p>x");
  body::Body body = BodyOf("It rained.");
  body.headline_in_tree = "Rain in May";
  page.Add(std::move(body));

  EXPECT_EQ(page.article.title, "Rain in May");
}

TEST(AssembleTest, AStandfirstThatRepeatsTheTitleIsNoSubtitle) {
  Assembled named("<h1>Rain in May</h1><p class=subtitle>Rain in May!</p>");
  named.Add(BodyOf("It rained."));
  Assembled above("<title>Rain in May</title>");
  body::Body body = BodyOf("It rained.");
  body.standfirst = "Rain in May";
  above.Add(std::move(body));

  EXPECT_EQ(named.article.subtitle, "");
  EXPECT_EQ(above.article.subtitle, "");
}

TEST(AssembleTest, RemovesDateLinesAboveAndBelowTheText) {
  Assembled page("<html lang=en><title>Rain in May</title>");
  body::Body body;
  body.paragraphs = {"Rain wets us.", "3 May 2024", "It rained.", "4 May 2024"};
  page.Add(std::move(body));

  EXPECT_THAT(page.article.paragraphs,
              ElementsAre("Rain wets us.", "It rained."));
}

TEST(AssembleTest, KeepsTheDatesOfATimeline) {
  const std::vector<std::string> timeline = {
      "Rain wets us.", "3 May 2024", "It rained.", "4 May 2024", "The sun."};
  Assembled page("<html lang=en><title>Rain in May</title>");
  body::Body body;
  body.paragraphs = timeline;
  page.Add(std::move(body));

  EXPECT_EQ(page.article.paragraphs, timeline);
}

TEST(AssembleTest, TheDatelineOfTheBodyNamesTheAgency) {
  Assembled page("<title>Rain in May</title>");
  page.Add(BodyOf("BERGEN, Jan. 22 (Xinhua) -- The rain stopped at noon."));

  EXPECT_EQ(page.article.credit, "Xinhua");
}

TEST(AssembleTest, TheBodyGivesParagraphsAndHowTheyWereFound) {
  Assembled page("<title>Rain in May</title>");
  body::Body body = BodyOf("It rained.");
  body.method = "blocks";
  body.confidence = 0.5;
  page.Add(std::move(body));

  EXPECT_THAT(page.article.paragraphs, ElementsAre("It rained."));
  EXPECT_EQ(page.article.extraction.method, "blocks");
  EXPECT_EQ(page.article.extraction.confidence, 0.5);
}

}  // namespace
}  // namespace newsmill::extract
