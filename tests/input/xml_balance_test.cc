#include "xml_balance.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

std::string Text(std::string_view xml) { return Balanced(xml, 256).text; }

TEST(XmlBalanceTest, BalancedTextStays) {
  const std::string text = "<a b=\"&amp;\">&lt;&#38;<c/><![CDATA[&x <y]]></a>";

  EXPECT_EQ(Text(text), text);
  EXPECT_FALSE(Balanced(text, 256).ends_within_item);
}

TEST(XmlBalanceTest, EveryElementEndsOnceAndInOrder) {
  EXPECT_EQ(Text("<a><b>x</a></b>"), "<a><b>x</b></a>");
  EXPECT_EQ(Text("<a>x</b></a></a>"), "<a>x</a>");
  EXPECT_EQ(Text("<a><P>x</p><br>y</br><img src='i'></a>"),
            "<a><P>x</P><br/>y<img src=\"i\"/></a>");
}

TEST(XmlBalanceTest, ItemsAndParagraphsDoNotContainEachOther) {
  EXPECT_EQ(Text("<r><item><d>x<item>y</item></r>"),
            "<r><item><d>x</d></item><item>y</item></r>");
  EXPECT_EQ(Text("<d><p>a<b>c<p>e</d>"), "<d><p>a<b>c</b></p><p>e</p></d>");
}

TEST(XmlBalanceTest, AttributesAreQuoted) {
  EXPECT_EQ(Text("<a b=c d='e \"f' g hi=j/>"),
            "<a b=\"c\" d=\"e &quot;f\" hi=\"j\"/>");
  EXPECT_EQ(Text("<a b=http://x.example/y/>"), "<a b=\"http://x.example/y\"/>");
  EXPECT_EQ(Text("<a b=\"c>d</a> <e f=\"g\"/>"),
            "<a b=\"c\">d</a> <e f=\"g\"/>");
  EXPECT_EQ(Text("<a b='<i>x</i>'/>"), "<a b=\"&lt;i>x&lt;/i>\"/>");
}

TEST(XmlBalanceTest, ATagEndsBeforeTheNextTag) {
  EXPECT_EQ(Text("<a><b <c>x</c></b></a"), "<a><b><c>x</c></b></a>");
}

TEST(XmlBalanceTest, CdataSectionsInOtherSectionsAreJoined) {
  EXPECT_EQ(Text("<a><![CDATA[x<![CDATA[y]]>z]]></a>"),
            "<a><![CDATA[xyz]]></a>");
  EXPECT_EQ(Text("<a><![CDATA[x<![CDATA[y]]></a><b><![CDATA[z]]></b>"),
            "<a><![CDATA[xy]]></a><b><![CDATA[z]]></b>");
  EXPECT_EQ(Text("<a>x]]>y</a>"), "<a>xy</a>");
}

TEST(XmlBalanceTest, NothingIsDeclaredOrExpanded) {
  EXPECT_EQ(
      Text("<!DOCTYPE a [<!ENTITY x 'y>'>]><?p ?><a>&x;<!-- c -- --></a>"),
      "<a>&amp;x;</a>");
}

TEST(XmlBalanceTest, OnlyTheItemThatIsCutBetweenItsFieldsEnds) {
  const BalancedXml between = Balanced("<r><item><t>x</t><d", 256);
  const BalancedXml within =
      Balanced("<r><item><t>x</t></item><item><t>y", 256);

  EXPECT_EQ(between.text, "<r><item><t>x</t></item>");
  EXPECT_FALSE(between.ends_within_item);
  EXPECT_EQ(within.text, "<r><item><t>x</t></item><item><t>y");
  EXPECT_TRUE(within.ends_within_item);
}

TEST(XmlBalanceTest, ReadsNoDeeperThanTheLimit) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";

  EXPECT_EQ(Balanced(deep, 10).text.size(), 33U);
}

}  // namespace
}  // namespace newsmill::input
