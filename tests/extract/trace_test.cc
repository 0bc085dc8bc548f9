// Whatever stands in a record has a candidate that won, with its origin.
#include "newsmill/extract/trace.h"

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

using Values = std::vector<std::pair<std::string, std::string>>;

/// Field and value.
Values ValuesOf(const model::Article& article) {
  Values values = {{"title", article.title},
                   {"subtitle", article.subtitle},
                   {"summary", article.summary},
                   {"published_at", article.published_at},
                   {"modified_at", article.modified_at},
                   {"section", article.section},
                   {"language", article.language},
                   {"canonical_url", article.canonical_url},
                   {"source", article.source.name},
                   {"credit", article.credit}};
  for (const auto& each : article.authors) values.emplace_back("authors", each);
  for (const auto& each : article.tags) values.emplace_back("tags", each);
  for (const auto& each : article.images) {
    values.emplace_back("images", each.url);
  }
  for (const auto& each : article.paragraphs) {
    values.emplace_back("paragraphs", each);
  }
  std::erase_if(values, [](const auto& each) { return each.second.empty(); });
  return values;
}

/// Lists are traced as a whole or one by one: "Ana Roth; Ben Roe".
bool Holds(const Candidate& each,
           const std::pair<std::string, std::string>& v) {
  return each.won && each.field == v.first && !each.origin.empty() &&
         !each.reason.empty() &&
         ("; " + each.value + "; ").find("; " + v.second + "; ") !=
             std::string::npos;
}

/// Values of the record that no candidate won, and winners that are not in it.
std::vector<std::string> Unexplained(const model::Document& document) {
  Trace trace;
  const auto article = Extract(document, {}, &trace);
  if (!article) return {"no article: " + article.error().detail};
  const Values values = ValuesOf(*article);
  std::vector<std::string> unexplained;
  for (const auto& value : values) {
    if (std::ranges::none_of(trace.candidates(), [&](const Candidate& each) {
          return Holds(each, value);
        })) {
      unexplained.push_back("without a winner: " + value.second);
    }
  }
  for (const Candidate& each : trace.candidates()) {
    if (each.won && std::ranges::none_of(values, [&](const auto& value) {
          return Holds(each, value);
        })) {
      unexplained.push_back("not in the record: " + each.value);
    }
  }
  return unexplained;
}

bool HasLost(const model::Document& document, std::string_view field,
             std::string_view value) {
  Trace trace;
  (void)Extract(document, {}, &trace);
  return std::ranges::any_of(trace.candidates(), [&](const Candidate& each) {
    return !each.won && each.field == field && each.value == value;
  });
}

using Strings = std::vector<std::string>;

TEST(TraceTest, ExplainsAText) {
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
  EXPECT_TRUE(HasLost(document, "paragraphs", "Related articles"));
}

TEST(TraceTest, ExplainsWhatTheEnvelopeKnows) {
  const std::string text = std::string(kProse) + "\n\n" + std::string(kProse) +
                           "\n\nCopyright 2024 Example Media\n";
  model::Document document;
  document.content = text;
  document.source = "My Paper";
  document.feed.title = "Ferry sails again";
  document.feed.published = "Tue, 23 Jan 2024 10:15:00 GMT";

  EXPECT_EQ(Unexplained(document), Strings());
  EXPECT_TRUE(HasLost(document, "source", "Example Media"));
}

TEST(TraceTest, ExplainsAnItemOfAFeed) {
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
  EXPECT_TRUE(HasLost(document, "paragraphs", "The ferry"));
  EXPECT_TRUE(HasLost(document, "modified_at", "soon"));
  EXPECT_TRUE(HasLost(document, "images", "a.jpg"));
}

TEST(TraceTest, ExplainsAnItemOfAWire) {
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
  EXPECT_TRUE(HasLost(document, "paragraphs", "Ferry sails again"));
  EXPECT_TRUE(HasLost(document, "modified_at", "2024-01-23T10:15:00Z"));
}

TEST(TraceTest, ExplainsAPage) {
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

}  // namespace
}  // namespace newsmill::extract
