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

TEST(XmlBalanceTest, OnlyTheFirstAttributeOfANameIsKept) {
  EXPECT_EQ(Text("<a b='1' c='2' b='3'><d b='4'/></a>"),
            "<a b=\"1\" c=\"2\"><d b=\"4\"/></a>");
}

TEST(XmlBalanceTest, ATagKeepsItsFirst256Attributes) {
  std::string tag = "<a";
  std::string kept;
  for (int i = 0; i < 300; ++i) {
    tag += " b" + std::to_string(i) + "=\"x\"";
    if (i == 255) kept = tag;
  }

  EXPECT_EQ(Text(tag + "/>"), kept + "/>");
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

TEST(XmlBalanceTest, TakesTimeInProportionToTheSize) {
  for (const std::string_view part :
       {"<![CDATA[", "]]>", "<![CDATA[x]]>", "</b>", "<a b=\"", "<!--", "<?"}) {
    std::string text = "<a>";
    for (int i = 0; i < 300'000; ++i) text += part;
    EXPECT_LE(Text(text).size(), text.size() + 100) << part;
  }
}

TEST(XmlBalanceTest, NothingIsDeclaredOrExpanded) {
  EXPECT_EQ(
      Text("<!DOCTYPE a [<!ENTITY x 'y>'>]><?p ?><a>&x;<!-- c -- --></a>"),
      "<a>&amp;x;</a>");
}

TEST(XmlBalanceTest, FieldsOfAFeedDoNotContainEachOther) {
  EXPECT_EQ(Text("<rss><title>x<item><title>y<link>z</link></item></rss>"),
            "<rss><title>x</title><item><title>y</title><link>z</link></item>"
            "</rss>");
  EXPECT_EQ(Text("<newsItem><link><title>x</title></link></newsItem></x>"),
            "<newsItem><link><title>x</title></link></newsItem>");
}

TEST(XmlBalanceTest, ListItemsEndAtTheNextOfTheirList) {
  EXPECT_EQ(Text("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>"),
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>");
}

TEST(XmlBalanceTest, ALessThanSignBeforeProseIsText) {
  EXPECT_EQ(Text("<a>x <b and y</a>"), "<a>x &lt;b and y</a>");
}

TEST(XmlBalanceTest, SeveralRootsBecomeOne) {
  EXPECT_EQ(Text("<rss a='b'><item/></rss><rss c='d'><item/></rss></rss>"),
            "<rss a=\"b\"><item/><item/></rss>");
  EXPECT_EQ(Text("<rss><item/></rss><b/>"), "<rss><item/></rss><b/>");
}

TEST(XmlBalanceTest, AnEndTagMayBeCutOff) {
  EXPECT_EQ(Text("<r><item><d>x</d></it"), "<r><item><d>x</d></item></r>");
  EXPECT_EQ(Text("<r><item><d>x</"), "<r><item><d>x</d></item></r>");
  EXPECT_EQ(Text("<r><item><d>x</e"), "<r></r>");
}

TEST(XmlBalanceTest, OnlyTheItemThatIsCutBetweenItsFieldsEnds) {
  const BalancedXml between = Balanced("<r><item><t>x</t><d", 256);
  const BalancedXml within = Balanced("<r><item/><item><t>y</t><d>z", 256);

  EXPECT_EQ(between.text, "<r><item><t>x</t></item></r>");
  EXPECT_FALSE(between.ends_within_item);
  EXPECT_TRUE(between.last_item_is_open);
  EXPECT_EQ(within.text, "<r><item/></r>");
  EXPECT_TRUE(within.ends_within_item);
  EXPECT_FALSE(within.last_item_is_open);
  EXPECT_FALSE(Balanced("<r><item/>", 256).last_item_is_open);
  EXPECT_EQ(Text("<nitf><body><p>x</p>"), "");
}

TEST(XmlBalanceTest, ReadsNoDeeperThanTheLimit) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";

  EXPECT_EQ(Balanced(deep, 10).text.size(), 11U * 7);
}

}  // namespace
}  // namespace newsmill::input
