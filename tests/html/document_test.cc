#include "newsmill/html/document.h"

#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::html {
namespace {

using testing::ElementsAre;

constexpr std::string_view kPage =
    "<!DOCTYPE html><title>Rain</title>"
    "<body class='news wide' data-id=7>"
    "<h1>Rain &amp; wind</h1><p>It <b>rained</b>.</p>"
    "<template><p>later</p></template><svg><title>map</title></svg>";

std::vector<std::string_view> Names(const Document& document, auto range) {
  std::vector<std::string_view> names;
  for (const NodeId node : range) {
    if (document.IsElement(node)) names.push_back(document.name(node));
  }
  return names;
}

TEST(DocumentTest, KnowsItsMainElements) {
  const Document document = Parse(kPage);

  EXPECT_TRUE(document.Is(document.html(), Tag::kHtml));
  EXPECT_TRUE(document.Is(document.head(), Tag::kHead));
  EXPECT_TRUE(document.Is(document.body(), Tag::kBody));
  EXPECT_EQ(document.parent(document.body()), document.html());
}

TEST(DocumentTest, HasNoBodyWhereThereAreFrames) {
  EXPECT_EQ(Parse("<frameset>").body(), kNoNode);
}

TEST(DocumentTest, FindsAttributesByNumberAndByName) {
  const Document document = Parse(kPage);
  const NodeId body = document.body();

  EXPECT_EQ(document.Find(body, Attr::kClass), "news wide");
  EXPECT_EQ(document.Find(body, "class"), "news wide");
  EXPECT_EQ(document.Find(body, "data-id"), "7");
  EXPECT_EQ(document.Find(body, Attr::kId), std::nullopt);
  EXPECT_EQ(document.Find(document.root(), "data-id"), std::nullopt);
  EXPECT_EQ(document.ValueOr(body, Attr::kId), "");
}

TEST(DocumentTest, ListsChildrenAndDescendantsInOrder) {
  const Document document = Parse(kPage);

  EXPECT_THAT(Names(document, document.Children(document.body())),
              ElementsAre("h1", "p", "template", "svg"));
  EXPECT_THAT(Names(document, document.Descendants(document.body())),
              ElementsAre("h1", "p", "b", "template", "p", "svg", "title"));
}

TEST(DocumentTest, PassesOverASubtree) {
  const Document document = Parse(kPage);
  const NodeId paragraph = document.FirstDescendant(document.root(), Tag::kP);

  const NodeId next = document.NextAfterSubtree(paragraph, document.body());

  EXPECT_TRUE(document.Is(next, Tag::kTemplate));
  EXPECT_EQ(document.NextAfterSubtree(paragraph, paragraph), kNoNode);
}

TEST(DocumentTest, TellsForeignElementsFromHtmlOfThatName) {
  const Document document = Parse(kPage);
  const NodeId svg = document.last_child(document.body());
  const NodeId title = document.first_child(svg);

  EXPECT_EQ(document.name(title), "title");
  EXPECT_EQ(document.name_space(title), Namespace::kSvg);
  EXPECT_FALSE(document.Is(title, Tag::kTitle));
}

TEST(DocumentTest, AppendsAllTextButThatOfTemplates) {
  const Document document = Parse(kPage);
  std::string text = "> ";

  document.AppendText(document.body(), text);

  EXPECT_EQ(text, "> Rain & windIt rained.map");
}

TEST(DocumentTest, ViewsTheInputWhereNothingChanged) {
  const std::string input = "<p>plain</p><p>changed&excl;</p>";
  const Document document = Parse(input);
  const NodeId first = document.first_child(document.body());

  const std::string_view plain = document.text(document.first_child(first));

  EXPECT_EQ(plain, "plain");
  EXPECT_EQ(plain.data(), input.data() + 3);
}

TEST(DocumentTest, KeepsItsViewsWhenItMoves) {
  Document document = Parse("<p>a&amp;b");
  const NodeId text =
      document.first_child(document.first_child(document.body()));
  const std::string_view before = document.text(text);

  const Document moved = std::move(document);

  EXPECT_EQ(before, "a&b");
  EXPECT_EQ(moved.text(text).data(), before.data());
}

TEST(NamesTest, FindEveryTagAndAttributeByItsName) {
  for (int i = 1; i < static_cast<int>(Tag::kCount); ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(FindTag(Name(tag)), tag) << Name(tag);
  }
  for (int i = 1; i < static_cast<int>(Attr::kCount); ++i) {
    const auto attr = static_cast<Attr>(i);
    EXPECT_EQ(FindAttr(Name(attr)), attr) << Name(attr);
  }
}

TEST(NamesTest, KnowNoOtherNames) {
  EXPECT_EQ(FindTag(""), Tag::kUnknown);
  EXPECT_EQ(FindTag("x-story"), Tag::kUnknown);
  EXPECT_EQ(FindTag("fecomponenttransfes"), Tag::kUnknown);
  EXPECT_EQ(FindTag("fecomponxxttransfer"), Tag::kUnknown);
  EXPECT_EQ(FindAttr("classy"), Attr::kUnknown);
}

}  // namespace
}  // namespace newsmill::html
