#include "newsmill/json/reader.h"

#include "gtest/gtest.h"

namespace newsmill::json {
namespace {

std::string ErrorOf(std::string_view text, const Limits& limits = {}) {
  const auto tree = Tree::Parse(text, limits);
  return tree ? "(none)" : tree.error().Sentence();
}

TEST(ReaderTest, ReadsEveryTypeOfValue) {
  const auto tree = Tree::Parse(R"( {"a": [null, true, -1.5e3, "x"]} )");

  ASSERT_TRUE(tree);
  auto item = tree->root().Find("a")->first();
  EXPECT_EQ(item->type(), Type::kNull);
  item = item->next();
  EXPECT_TRUE(item->boolean());
  item = item->next();
  EXPECT_EQ(item->number(), "-1.5e3");
  item = item->next();
  EXPECT_EQ(item->string(), "x");
  EXPECT_FALSE(item->next());
}

TEST(ReaderTest, ValuesOutliveAMoveOfTheTree) {
  auto parsed = Tree::Parse(R"({"k": "v"})");
  const Tree moved = *std::move(parsed);

  EXPECT_EQ(moved.root().Find("k")->string(), "v");
}

TEST(ReaderTest, LastOfDuplicateKeysCounts) {
  const auto tree = Tree::Parse(R"({"k": 1, "k": "last"})");

  EXPECT_EQ(tree->root().Find("k")->string(), "last");
}

TEST(ReaderTest, SkipsAByteOrderMark) {
  EXPECT_TRUE(Tree::Parse("\xEF\xBB\xBF[]"));
}

TEST(ReaderTest, NamesThePathOfAWrongType) {
  const auto tree = Tree::Parse(R"({"feed": {"names": ["a", {"b": 1}]}})");
  const auto item = tree->root().Find("feed")->Find("names")->first()->next();

  EXPECT_EQ(item->FindString("b").error().Sentence(),
            "$.feed.names[1].b: must be a string, is a number");
}

TEST(ReaderTest, NullCountsAsAbsentForAString) {
  const auto tree = Tree::Parse(R"({"k": null})");

  const auto text = tree->root().FindString("k");

  ASSERT_TRUE(text);
  EXPECT_FALSE(*text);
}

TEST(ReaderTest, NamesThePathOfBrokenSyntax) {
  EXPECT_EQ(ErrorOf(R"({"a": {"b": tru}})").substr(0, 7), "$.a.b: ");
}

TEST(ReaderTest, RefusesWhatFollowsTheValue) {
  EXPECT_NE(ErrorOf("{} x"), "(none)");
  EXPECT_NE(ErrorOf(std::string_view("{}\0{}", 5)), "(none)");
}

TEST(ReaderTest, RefusesInvalidUtf8AndNamesTheByte) {
  EXPECT_EQ(ErrorOf("[\"\xC0\x80\"]"), "$: invalid UTF-8 at byte 2");
}

TEST(ReaderTest, RefusesRawControlCharactersWhereverTheyStand) {
  for (int i = 0; i < 40; ++i) {
    const std::string text = "[\"" + std::string(i, 'x') + "\x1C\"]";
    EXPECT_NE(ErrorOf(text), "(none)") << i;
  }
}

TEST(ReaderTest, CountsDepthAndValues) {
  EXPECT_EQ(ErrorOf("[[[]]]", {.max_depth = 2, .max_nodes = 10}),
            "$[0]: nested deeper than 2");
  EXPECT_EQ(ErrorOf("[1,2]", {.max_depth = 2, .max_nodes = 2}),
            "$: more than 2 values");
}

TEST(ReaderTest, DeepNestingCostsNoStack) {
  EXPECT_NE(ErrorOf(std::string(1'000'000, '[')), "(none)");
}

TEST(ReaderTest, LoneSurrogatesBecomeReplacementCharacters) {
  const auto tree =
      Tree::Parse(R"(["\ud83d", "\ude00", "\ud83d\ude00", "\\ud83d"])");

  ASSERT_TRUE(tree);
  auto item = tree->root().first();
  EXPECT_EQ(item->string(), "\xEF\xBF\xBD");
  item = item->next();
  EXPECT_EQ(item->string(), "\xEF\xBF\xBD");
  item = item->next();
  EXPECT_EQ(item->string(), "\xF0\x9F\x98\x80");
  item = item->next();
  EXPECT_EQ(item->string(), "\\ud83d");
}

TEST(ReaderTest, ABrokenEscapeIsReportedAsOne) {
  const auto tree = Tree::Parse("[\"\\udbe\xEF\xBB\xBFx\"]");

  ASSERT_FALSE(tree);
  EXPECT_NE(tree.error().message.find("escape"), std::string::npos);
}

TEST(ReaderTest, KeepsEscapedNulCharacters) {
  const auto tree = Tree::Parse(R"(["a\u0000b"])");

  EXPECT_EQ(tree->root().first()->string(), std::string_view("a\0b", 3));
}

}  // namespace
}  // namespace newsmill::json
