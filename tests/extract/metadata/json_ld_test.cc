#include "extract/metadata/json_ld.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newsmill::extract::metadata {
namespace {

LinkedData Read(const std::vector<std::string>& scripts,
                const PageIdentity& page = {}) {
  return ReadLinkedData(scripts, page);
}

TEST(JsonLdTest, ResolvesReferencesInAGraph) {
  const LinkedData data = Read({R"({"@graph": [
      {"@type": "NewsArticle", "headline": "Rain in May",
       "author": {"@id": "#jane"}, "publisher": {"@id": "#paper"}},
      {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
      {"@type": "Organization", "@id": "#paper", "name": "Example Times"}]})"});

  ASSERT_FALSE(data.nodes.empty());
  ASSERT_EQ(data.nodes[0].authors.size(), 1U);
  EXPECT_EQ(data.nodes[0].authors[0].name, "Jane Doe");
  EXPECT_EQ(data.nodes[0].publisher.name, "Example Times");
}

TEST(JsonLdTest, TakesTheNodeThatNamesThePage) {
  const LinkedData data =
      Read({R"([{"@type": "NewsArticle", "headline": "Another one",
            "url": "https://example.com/other"},
           {"@type": "NewsArticle", "headline": "Rain in May",
            "url": "http://www.example.com/rain/"}])"},
           {.urls = {"https://example.com/rain"}, .titles = {}});

  ASSERT_FALSE(data.nodes.empty());
  EXPECT_EQ(data.nodes[0].headline, "Rain in May");
}

TEST(JsonLdTest, LeavesOutTeasersOfOtherArticles) {
  const LinkedData data = Read({R"({"@type": "ItemList", "itemListElement": [
      {"@type": "ListItem", "item":
        {"@type": "NewsArticle", "headline": "Another one",
         "datePublished": "2024-01-01"}}]})"});

  EXPECT_TRUE(data.nodes.empty());
}

TEST(JsonLdTest, ReadsAuthorsInEveryForm) {
  const LinkedData data = Read({R"({"@type": ["Thing", "NewsArticle"],
      "headline": "Rain", "author": ["Jane Doe", {"name": "John Roe"},
      {"name": ["Ann Poe"]}, {"givenName": "Max", "familyName": "Moe"}]})"});

  ASSERT_FALSE(data.nodes.empty());
  std::vector<std::string> names;
  for (const LdAgent& agent : data.nodes[0].authors)
    names.push_back(agent.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Jane Doe", "John Roe", "Ann Poe",
                                             "Max Moe"}));
}

TEST(JsonLdTest, ReadsCharacterReferencesAndMarkup) {
  const LinkedData data = Read({R"({"@type": "NewsArticle",
      "headline": "Rain &amp;amp; <em>wind</em> &#8211; again"})"});

  ASSERT_FALSE(data.nodes.empty());
  EXPECT_EQ(data.nodes[0].headline, "Rain & wind – again");
}

TEST(JsonLdTest, CountsWhatItRepaired) {
  const LinkedData data =
      Read({"{\"@type\": \"NewsArticle\", \"headline\": "
            "\"Rain\n in May\",}",
            "no json at all: }{"});

  ASSERT_FALSE(data.nodes.empty());
  EXPECT_EQ(data.nodes[0].headline, "Rain in May");
  EXPECT_GE(data.repaired, 1);
}

TEST(JsonLdTest, ComparesPagesWithoutWhatDoesNotMatter) {
  EXPECT_TRUE(IsSamePage("https://www.example.com/a/?utm_source=x#top",
                         "http://example.com/a"));
  EXPECT_FALSE(
      IsSamePage("https://example.com/?p=1", "https://example.com/?p=2"));
  EXPECT_FALSE(IsSamePage("", ""));
}

TEST(JsonLdTest, ReadsMarksBetweenThousands) {
  const auto words = [](const std::string& value) {
    const LinkedData data = Read({R"({"@type": "NewsArticle",
        "headline": "Rain", "wordCount": )" +
                                  value + "}"});
    return data.nodes.empty() ? -1 : data.nodes[0].words;
  };

  EXPECT_EQ(words("1850"), 1850);
  EXPECT_EQ(words("\"1,850\""), 1850);
  EXPECT_EQ(words("\"1.850 words\""), 1850);
  EXPECT_EQ(words("\"850.5\""), 850);
}

}  // namespace
}  // namespace newsmill::extract::metadata
