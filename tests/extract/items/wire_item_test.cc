#include "gtest/gtest.h"
#include "newsmill/extract/extract.h"

namespace newsmill::extract::items {
namespace {

using model::Article;
using model::Document;
using model::Markup;
using model::Reason;

constexpr const char* kStory =
    "The lamp of the old lighthouse was lit again on Tuesday.";

Document Wire() {
  Document document;
  document.kind = model::DocumentKind::kNinjs;
  document.feed.title = "The lamp is lit";
  document.content = kStory;
  return document;
}

Article ArticleOf(const Document& document) {
  const auto article = Extract(document, {});
  EXPECT_TRUE(article) << article.error().detail;
  return article ? *article : Article{};
}

std::vector<std::string> AuthorsOf(const std::string& byline) {
  Document document = Wire();
  document.feed.byline = byline;
  return ArticleOf(document).authors;
}

TEST(WireItemTest, ABylineNamesPeopleOnly) {
  using Names = std::vector<std::string>;

  EXPECT_EQ(AuthorsOf("By Ann Example and John Roe, Reuters"),
            (Names{"Ann Example", "John Roe"}));
  EXPECT_EQ(AuthorsOf("Von Ann Example, dpa"), Names{"Ann Example"});
  EXPECT_EQ(AuthorsOf("Ann Example and Jean d'Orval"),
            (Names{"Ann Example", "Jean d'Orval"}));
  EXPECT_EQ(AuthorsOf("Ann Example, The Example Database"),
            Names{"Ann Example"});
  EXPECT_EQ(AuthorsOf("NTB"), Names{});
  EXPECT_EQ(AuthorsOf("By ExampleWatch"), Names{});
}

TEST(WireItemTest, CreatorsAreAuthorsWhereThereIsNoByline) {
  Document document = Wire();
  document.feed.authors = {"Ann Example", "The Example Network"};

  const Article article = ArticleOf(document);

  EXPECT_EQ(article.authors, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(article.credit, "The Example Network");
}

TEST(WireItemTest, ACreditHasNoDashOrBracketsAtItsEnds) {
  for (const char* credit :
       {"Example News -", "Example News \u2013", "\u2014 Example News",
        "(Example News) -", "- Example News /", "Example News:"}) {
    Document document = Wire();
    document.feed.credit = credit;
    EXPECT_EQ(ArticleOf(document).credit, "Example News") << credit;
  }
  Document document = Wire();
  document.feed.credit = "Coast-News (North)";
  EXPECT_EQ(ArticleOf(document).credit, "Coast-News (North)");
  document.feed.credit = "-";
  EXPECT_EQ(ArticleOf(document).credit, "");
}

TEST(WireItemTest, TheSignOffAndTheCopyrightLineAreNotPartOfTheText) {
  const std::vector<std::string> story = {kStory};
  for (const char* end : {"abc/de", "ab/cde/fg", "\u00A9 2024 Example News"}) {
    Document document = Wire();
    document.content = std::string(kStory) + "\n\n" + end;
    EXPECT_EQ(ArticleOf(document).paragraphs, story) << end;
  }
  for (const char* end : {"Vienna/Geneva", "3/4", "a.example/b", "The end"}) {
    Document document = Wire();
    document.content = std::string(kStory) + "\n\n" + end;
    EXPECT_EQ(ArticleOf(document).paragraphs.size(), 2U) << end;
  }
}

TEST(WireItemTest, TheCreditIsTheMostReliableOne) {
  Document document = Wire();
  document.source = "Example Paper";
  EXPECT_EQ(ArticleOf(document).credit, "");

  document.feed.rights = "Copyright 2024 Rights Holder. All rights reserved.";
  EXPECT_EQ(ArticleOf(document).credit, "Rights Holder");

  document.feed.provider = "Example Wire";
  EXPECT_EQ(ArticleOf(document).credit, "Example Wire");

  document.content = std::string("PORT, Jan 23 (AFP) - ") + kStory;
  EXPECT_EQ(ArticleOf(document).credit, "AFP");

  document.feed.byline = "By Ann Example, Reuters";
  EXPECT_EQ(ArticleOf(document).credit, "Reuters");

  document.feed.credit = "Other Agency";
  EXPECT_EQ(ArticleOf(document).credit, "Other Agency");
  EXPECT_EQ(ArticleOf(document).source.name, "Example Paper");
}

TEST(WireItemTest, TheProviderIsThePublisher) {
  Document document = Wire();
  document.feed.provider = "Example Wire";
  document.feed.feed_link = "http://www.wire.example/";

  const Article article = ArticleOf(document);

  EXPECT_EQ(article.source.name, "Example Wire");
  EXPECT_EQ(article.source.domain, "wire.example");
}

TEST(WireItemTest, TheHeadIsNotRepeatedInTheBody) {
  Document document = Wire();
  document.feed.byline = "By Ann Example";
  document.feed.provider = "EXW";
  document.content = std::string("The lamp is lit\nBy Ann Example\n") +
                     "Port EXW\n" + kStory + "\nThe lamp is lit";

  EXPECT_EQ(ArticleOf(document).paragraphs,
            (std::vector<std::string>{kStory, "The lamp is lit"}));
}

TEST(WireItemTest, ASentenceThatEndsInTheCreditIsNoHead) {
  const auto first = [](const std::string& line) {
    Document document = Wire();
    document.feed.provider = "EXW";
    document.content = line + "\n" + kStory;
    return ArticleOf(document).paragraphs.front();
  };

  EXPECT_EQ(first("EXW"), kStory);
  EXPECT_EQ(first("Old Port, Coast EXW"), kStory);
  EXPECT_EQ(first("CoastEXW"), kStory);
  EXPECT_EQ(first("Coast and Old Port EXW"), "Coast and Old Port EXW");
  EXPECT_EQ(first("We are FLEXW"), "We are FLEXW");
}

TEST(WireItemTest, CaptionsAreNoParagraphs) {
  Document document = Wire();
  document.content_markup = Markup::kHtml;
  document.content = std::string("<p>") + kStory +
                     "</p><figure><img src=a><div>Ann</div><figcaption>A lamp"
                     "</figcaption></figure><figure><blockquote>A quotation"
                     "</blockquote></figure>";

  EXPECT_EQ(ArticleOf(document).paragraphs,
            (std::vector<std::string>{kStory, "A quotation"}));
}

TEST(WireItemTest, APictureWithoutAnAddressIsLeftOut) {
  Document document = Wire();
  document.feed.images = {{"a.jpg", "", ""}, {"http://x.example/b", "", ""}};

  const Article article = ArticleOf(document);

  ASSERT_EQ(article.images.size(), 1U);
  EXPECT_EQ(article.images[0].url, "http://x.example/b");
}

TEST(WireItemTest, HardWrapsAreUndone) {
  Document document = Wire();
  document.content =
      "The lamp of the old lighthouse above the harbour was lit\n"
      "again on Tuesday, for the first time since the winter of\n"
      "nineteen sixty-one, when the last keeper had left the rock\n"
      "with his family and all of their goats.\n"
      "The harbour master said that he was glad to see the light\n"
      "from his window, and that the ferries would use it, too.\n";

  EXPECT_EQ(ArticleOf(document).paragraphs.size(), 2U);
}

TEST(WireItemTest, ADescriptionAloneIsAnExcerpt) {
  Document document = Wire();
  document.feed.content_is_summary = true;

  const Article article = ArticleOf(document);

  EXPECT_EQ(article.extraction.completeness, model::Completeness::kExcerpt);
  EXPECT_EQ(article.extraction.method, "wire_summary");
}

TEST(WireItemTest, AVersionThatIsTheFirstIsNoModification) {
  Document document = Wire();
  document.feed.published = "20240123T143000+0100";
  document.feed.modified = "2024-01-23T14:30:00+01:00";

  const Article article = ArticleOf(document);

  EXPECT_EQ(article.published_at, "2024-01-23T14:30:00+01:00");
  EXPECT_EQ(article.modified_at, "");

  document.feed.modified = "2024-01-23T13:30:00Z";
  EXPECT_EQ(ArticleOf(document).modified_at, "");

  document.feed.modified = "2024-01-23T13:31:00Z";
  EXPECT_EQ(ArticleOf(document).modified_at, "2024-01-23T13:31:00Z");
}

TEST(WireItemTest, WhatItsPublisherCallsNoTextIsNoArticle) {
  Document document = Wire();
  document.feed.not_an_article = "not text but picture";

  const auto article = Extract(document, {});

  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().reason, Reason::kNotAnArticle);
  EXPECT_EQ(article.error().detail, "the item is not text but picture");
}

}  // namespace
}  // namespace newsmill::extract::items
