#include "xml_mending.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

TEST(XmlMendingTest, WellFormedTextStays) {
  const std::string text =
      "<a b=\"&amp;\">&lt;&#38;&#x26;<![CDATA[&x <y]]><!-- & --><?p & ?></a>";

  EXPECT_EQ(MendedXml(text),
            "<a b=\"&amp;\">&lt;&#38;&#38;<![CDATA[&x <y]]><!-- & --><?p & ?>"
            "</a>");
}

TEST(XmlMendingTest, WhatStandsBeforeTheRootGoes) {
  EXPECT_EQ(MendedXml(" x\n<?xml version='1.0'?><a/>\n"), "<a/>");
  EXPECT_EQ(MendedXml("<!-- c --><?xml version='1.0'?><a/>"), "<!-- c --><a/>");
  EXPECT_EQ(MendedXml(""), "");
}

TEST(XmlMendingTest, AmpersandsThatBeginNothingAreEscaped) {
  EXPECT_EQ(MendedXml("<a>AT&T & x=1&y=2; &#; &#x; &;&</a>"),
            "<a>AT&amp;T &amp; x=1&amp;y=2; &amp;#; &amp;#x; &amp;;&amp;</a>");
}

TEST(XmlMendingTest, HtmlEntitiesBecomeCharacters) {
  EXPECT_EQ(MendedXml("<a>&nbsp;&eacute;&bogus;</a>"),
            "<a>\u00A0é&amp;bogus;</a>");
}

TEST(XmlMendingTest, DeclaredEntitiesStay) {
  const std::string text =
      "<!DOCTYPE a [<!ENTITY nbsp ']>'> <!ENTITY x 'y'>]><a>&nbsp;&x;</a>";

  EXPECT_EQ(MendedXml(text), text);
}

TEST(XmlMendingTest, LessThanSignsThatBeginNoTagAreEscaped) {
  EXPECT_EQ(MendedXml("<a>1 < 2 <3 <</a>"), "<a>1 &lt; 2 &lt;3 &lt;</a>");
}

TEST(XmlMendingTest, CharactersThatXmlRefusesGo) {
  EXPECT_EQ(MendedXml("<a>\x01&#1;&#xD800;&#x110000;\xEF\xBF\xBE</a>"),
            "<a>�</a>");
  EXPECT_EQ(MendedXml("<a>\xC2\x92&#146;&#x80;\xC2\x81</a>"),
            "<a>’&#8217;&#8364;</a>");
}

TEST(XmlMendingTest, AnEndTagThatIsCutOffIsClosed) {
  EXPECT_EQ(MendedXml("<a></a\n"), "<a></a>");
  EXPECT_EQ(MendedXml("<a><b"), "<a><b");
}

}  // namespace
}  // namespace newsmill::input
