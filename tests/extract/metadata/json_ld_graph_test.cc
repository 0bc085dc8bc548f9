#include "extract/metadata/json_ld_graph.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

using testing::ElementsAre;

std::vector<std::string> TypesIn(const std::string& script) {
  const std::vector<std::string> scripts = {script};
  const LdGraph graph(scripts);
  std::vector<std::string> types;
  for (const LdNode& node : graph.nodes()) types.emplace_back(node.type);
  return types;
}

TEST(LdGraphTest, RanksTypesByWhatTheySayOfAnArticle) {
  EXPECT_EQ(RankOf("NewsArticle"), 3);
  EXPECT_EQ(RankOf("LiveBlogPosting"), 3);
  EXPECT_EQ(RankOf("Recipe"), 2);
  EXPECT_EQ(RankOf("WebPage"), 1);
  EXPECT_EQ(RankOf("JobPosting"), 0);
  EXPECT_EQ(RankOf("Organization"), 0);
}

TEST(LdGraphTest, TypesLoseTheirVocabulary) {
  EXPECT_EQ(LocalName("https://schema.org/NewsArticle"), "NewsArticle");
  EXPECT_EQ(LocalName("schema:NewsArticle"), "NewsArticle");
  EXPECT_EQ(LocalName("NewsArticle"), "NewsArticle");
}

TEST(LdGraphTest, HoldsTheTypedNodesOfAGraphInOrder) {
  EXPECT_THAT(TypesIn(R"({"@graph":[{"@type":"WebSite"},
                      {"@type":["Thing","NewsArticle"]},{"name":"x"}]})"),
              ElementsAre("WebSite", "NewsArticle"));
}

TEST(LdGraphTest, LeavesOutWhatThePageIsNotAbout) {
  EXPECT_THAT(TypesIn(R"({"@type":"Article","mentions":{"@type":"Person"},
                      "author":{"@type":"Person"}})"),
              ElementsAre("Article", "Person"));
}

TEST(LdGraphTest, OnlyValuesOfPropertiesAreNested) {
  const std::vector<std::string> scripts = {
      R"({"@type":"WebPage","mainEntity":{"@type":"Article",
          "publisher":{"@type":"Organization"}}})"};
  const LdGraph graph(scripts);

  ASSERT_EQ(graph.nodes().size(), 3U);
  EXPECT_FALSE(graph.nodes()[1].nested);
  EXPECT_TRUE(graph.nodes()[2].nested);
}

TEST(LdGraphTest, ResolvesAReferenceToTheFullestObject) {
  const std::vector<std::string> scripts = {
      R"([{"@type":"Article","author":{"@id":"#jane"}},
          {"@id":"#jane","@type":"Person"},
          {"@id":"#jane","@type":"Person","name":"Jane Doe"}])"};
  const LdGraph graph(scripts);

  const auto author = graph.nodes()[0].value.Find("author");
  ASSERT_TRUE(author);
  EXPECT_EQ(graph.Resolved(*author).Find("name")->string(), "Jane Doe");
}

TEST(LdGraphTest, CountsScriptsThatAreNoJson) {
  const std::vector<std::string> scripts = {"{\"@type\":\"Article\",}",
                                            "window.x = 1;", ""};
  const LdGraph graph(scripts);

  EXPECT_EQ(graph.repaired(), 1);
  EXPECT_EQ(graph.unreadable(), 1);
  EXPECT_EQ(graph.nodes().size(), 1U);
}

}  // namespace
}  // namespace newsmill::extract::metadata
