#include "extract/metadata/json_repair.h"

#include <gtest/gtest.h>

#include "newsmill/json/reader.h"

namespace newsmill::extract::metadata {
namespace {

std::string NameIn(std::string_view broken) {
  const auto tree =
      json::Tree::Parse(RepairedJson(WithoutScriptWrapper(broken)));
  if (!tree) return "unreadable: " + tree.error().Sentence();
  const auto name = tree->root().Find("name");
  return name && name->IsString() ? std::string(name->string()) : "none";
}

TEST(JsonRepairTest, LeavesGoodJsonAsItIs) {
  EXPECT_EQ(RepairedJson(R"({"a":[1,true,null,"x\n"]})"),
            R"({"a":[1,true,null,"x\n"]})");
}

TEST(JsonRepairTest, TakesRawLineBreaksInStrings) {
  EXPECT_EQ(NameIn("{\"name\": \"two\nlines\"}"), "two\nlines");
}

TEST(JsonRepairTest, DropsCommasBeforeAnEnd) {
  EXPECT_EQ(NameIn(R"({"list": [1, 2,], "name": "x",})"), "x");
}

TEST(JsonRepairTest, AddsCommasThatWereForgotten) {
  EXPECT_EQ(NameIn("{\"list\": [1]\n \"name\": \"x\"}"), "x");
}

TEST(JsonRepairTest, SkipsComments) {
  EXPECT_EQ(NameIn("{/* one */ \"a\": 1, // two\n \"name\": \"x\"}"), "x");
}

TEST(JsonRepairTest, SkipsCdataWrappers) {
  EXPECT_EQ(NameIn("//<![CDATA[\n{\"name\": \"x\"}\n//]]>"), "x");
  EXPECT_EQ(NameIn("<!-- {\"name\": \"x\"} -->"), "x");
}

TEST(JsonRepairTest, ClosesWhatWasCutOff) {
  EXPECT_EQ(NameIn(R"({"name": "x", "author": {"name": "Jane D)"), "x");
  EXPECT_EQ(NameIn(R"({"name": "x", "author": )"), "x");
}

TEST(JsonRepairTest, EscapesQuotesInsideOfStrings) {
  EXPECT_EQ(NameIn(R"({"name": "the "big" rain", "b": 1})"),
            R"(the "big" rain)");
}

TEST(JsonRepairTest, TakesEscapesThatJsonDoesNotKnow) {
  EXPECT_EQ(NameIn(R"({"name": "it\'s \x"})"), R"(it's \x)");
}

TEST(JsonRepairTest, MakesAnArrayOfSeveralValues) {
  const auto tree = json::Tree::Parse(RepairedJson(R"({"a":1} {"b":2})"));
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->root().type(), json::Type::kArray);
}

}  // namespace
}  // namespace newsmill::extract::metadata
