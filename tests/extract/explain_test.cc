// Every value in a record is a candidate that was taken, with its origin.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "newsmill/extract/extract.h"

namespace newsmill::extract {
namespace {

constexpr std::string_view kProse =
    "The ferry sailed again on Monday, three weeks after the storm had closed "
    "the harbour of the island, and everybody who lives there was glad of it.";

using Values = std::vector<std::pair<Field, std::string>>;

/// Fields and their values.
Values ValuesOf(const model::Article& article) {
  Values values = {{Field::kTitle, article.title},
                   {Field::kSubtitle, article.subtitle},
                   {Field::kSummary, article.summary},
                   {Field::kPublishedAt, article.published_at},
                   {Field::kModifiedAt, article.modified_at},
                   {Field::kSection, article.section},
                   {Field::kLanguage, article.language},
                   {Field::kCanonicalUrl, article.canonical_url},
                   {Field::kSource, article.source.name},
                   {Field::kCredit, article.credit},
                   {Field::kAccessStated, article.access.stated},
                   {Field::kAccessJudged, article.access.judged}};
  for (const auto& each : article.authors)
    values.emplace_back(Field::kAuthors, each);
  for (const auto& each : article.tags) values.emplace_back(Field::kTags, each);
  for (const auto& each : article.images) {
    values.emplace_back(Field::kImages, each.url);
  }
  for (const auto& each : article.paragraphs) {
    values.emplace_back(Field::kParagraphs, each);
  }
  std::erase_if(values, [](const auto& each) { return each.second.empty(); });
  return values;
}

/// A list is one candidate or several: "Ana Roth; Ben Roe".
bool Holds(const Candidate& each, const std::string& value) {
  return each.taken && !each.origin.empty() && !each.verdict.empty() &&
         ("; " + each.value + "; ").find("; " + value + "; ") !=
             std::string::npos;
}

bool HoldsAny(const Candidate& each, Field field, const Values& values) {
  return std::ranges::any_of(values, [&](const auto& value) {
    return value.first == field && Holds(each, value.second);
  });
}

/// Returns values in the record without a candidate, and taken candidates that
/// are not in the record.
std::vector<std::string> Unexplained(const model::Document& document) {
  const auto [article, evidence] = Explain(document, {});
  if (!article) return {"no article: " + article.error().detail};
  const Values values = ValuesOf(*article);
  std::vector<std::string> unexplained;
  for (const auto& [field, value] : values) {
    if (std::ranges::none_of(evidence[field], [&](const Candidate& each) {
          return Holds(each, value);
        })) {
      unexplained.push_back("no candidate was taken: " + value);
    }
  }
  for (size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    for (const Candidate& each : evidence[field]) {
      if (each.taken && !HoldsAny(each, field, values)) {
        unexplained.push_back("not in the record: " + each.value);
      }
    }
  }
  return unexplained;
}

bool HasLost(const model::Document& document, Field field,
             std::string_view value) {
  const Explanation explanation = Explain(document, {});
  return std::ranges::any_of(
      explanation.evidence[field], [&](const Candidate& each) {
        return !each.taken && !each.verdict.empty() && each.value == value;
      });
}

using Strings = std::vector<std::string>;

TEST(ExplainTest, ExplainsAText) {
  const std::string text =
      "Weather\n\nFerry sails again after the storm\n\n2024-01-23 · Source: "
      "The "
      "Example Times\n\n" +
      std::string(kProse) + "\n\n" + std::string(kProse) +
      "\n\nTags: ferry, storm\n\nRelated articles\n\nCopyright Example Media\n";
  model::Document document;
  document.content = text;
  document.url = "https://www.example.com/ferry";
  document.feed.authors = {"Ana Roth"};
  document.feed.summary = "In short.";

  EXPECT_EQ(Unexplained(document), Strings());
  EXPECT_TRUE(HasLost(document, Field::kParagraphs, "Related articles"));
}

TEST(ExplainTest, ExplainsWhatTheEnvelopeKnows) {
  const std::string text = std::string(kProse) + "\n\n" + std::string(kProse) +
                           "\n\nCopyright 2024 Example Media\n";
  model::Document document;
  document.content = text;
  document.source = "My Paper";
  document.feed.title = "Ferry sails again";
  document.feed.published = "Tue, 23 Jan 2024 10:15:00 GMT";

  EXPECT_EQ(Unexplained(document), Strings());
  EXPECT_TRUE(HasLost(document, Field::kSource, "Example Media"));
}

TEST(ExplainTest, ExplainsAnItemOfAFeed) {
  const std::string content = "<p>" + std::string(kProse) +
                              "</p><figure><figcaption>The ferry</figcaption>"
                              "</figure>";
  model::Document document;
  document.kind = model::DocumentKind::kRss;
  document.content = content;
  document.content_markup = model::Markup::kHtml;
  document.url = "https://www.example.com/ferry";
  document.feed.title = "Ferry sails again";
  document.feed.summary = "In short.";
  document.feed.authors = {"Ana Roth"};
  document.feed.published = "Tue, 23 Jan 2024 10:15:00 GMT";
  document.feed.modified = "soon";
  document.feed.categories = {"ferry"};
  document.feed.feed_title = "The Example Times";
  document.feed.language = "en";
  document.feed.images = {{"https://www.example.com/a.jpg", "", ""},
                          {"a.jpg", "", ""}};

  EXPECT_EQ(Unexplained(document), Strings());
  EXPECT_TRUE(HasLost(document, Field::kParagraphs, "The ferry"));
  EXPECT_TRUE(HasLost(document, Field::kModifiedAt, "soon"));
  EXPECT_TRUE(HasLost(document, Field::kImages, "a.jpg"));
}

TEST(ExplainTest, ExplainsAnItemOfAWire) {
  const std::string content =
      "Ferry sails again\n\n" + std::string(kProse) + "\n";
  model::Document document;
  document.kind = model::DocumentKind::kNinjs;
  document.content = content;
  document.feed.title = "Ferry sails again";
  document.feed.byline = "By Ana Roth";
  document.feed.section = "Weather";
  document.feed.provider = "Example Agency";
  document.feed.published = "2024-01-23T10:15:00Z";
  document.feed.modified = "2024-01-23T10:15:00Z";

  EXPECT_EQ(Unexplained(document), Strings());
  EXPECT_TRUE(HasLost(document, Field::kParagraphs, "Ferry sails again"));
  EXPECT_TRUE(HasLost(document, Field::kModifiedAt, "2024-01-23T10:15:00Z"));
}

TEST(ExplainTest, ExplainsAPage) {
  const std::string page =
      "<html lang=en><meta property=og:site_name content='Example Times'>"
      "<meta property=og:image content='https://www.example.com/a.jpg'>"
      "<meta name=description content='In short.'>"
      "<meta name=keywords content='ferry, storm'>"
      "<meta property=article:section content=Weather>"
      "<article><h1>Ferry sails again</h1><p class=byline>By Ana Roth</p>"
      "<time datetime='2024-01-23T10:15:00Z'></time><p>" +
      std::string(kProse) + "</p><p>" + std::string(kProse) + "</p></article>";
  model::Document document;
  document.kind = model::DocumentKind::kHtml;
  document.content = page;
  document.url = "https://www.example.com/ferry";

  EXPECT_EQ(Unexplained(document), Strings());
}

TEST(ExplainTest, ListsBylinesAndDateLinesThatWereNotTaken) {
  const std::string page =
      "<html lang=en><article><h1>Ferry sails again</h1><p>" +
      std::string(kProse) + "</p><p>" + std::string(kProse) +
      "</p><p>The harbour was last rebuilt on 3 May 2019, and was painted.</p>"
      "<span class=date>yesterday</span><span class=byline>The Desk</span>"
      "</article><aside><p>By Ben Roe</p><p>4 May 2020</p></aside>";
  model::Document document;
  document.kind = model::DocumentKind::kHtml;
  document.content = page;

  EXPECT_TRUE(HasLost(document, Field::kPublishedAt, "4 May 2020"));
  EXPECT_TRUE(HasLost(document, Field::kPublishedAt, "yesterday"));
  EXPECT_TRUE(
      HasLost(document, Field::kPublishedAt,
              "The harbour was last rebuilt on 3 May 2019, and was painted."));
  EXPECT_TRUE(HasLost(document, Field::kAuthors, "The Desk"));
}

}  // namespace
}  // namespace newsmill::extract
