#include "xml_repair.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

TEST(XmlRepairTest, WellFormedTextStays) {
  const std::string text =
      "<a b=\"&amp;\">&lt;&#38;&#x26;<![CDATA[&x <y]]><!-- & --><?p & ?></a>";

  EXPECT_EQ(RepairedXml(text),
            "<a b=\"&amp;\">&lt;&#38;&#38;<![CDATA[&x <y]]><!-- & --><?p & ?>"
            "</a>");
}

TEST(XmlRepairTest, WhatStandsBeforeTheRootGoes) {
  EXPECT_EQ(RepairedXml(" x\n<?xml version='1.0'?><a/>\n"), "<a/>");
  EXPECT_EQ(RepairedXml("<!-- c --><?xml version='1.0'?><a/>"),
            "<!-- c --><a/>");
  EXPECT_EQ(RepairedXml(""), "");
}

TEST(XmlRepairTest, AmpersandsThatBeginNothingAreEscaped) {
  EXPECT_EQ(RepairedXml("<a>AT&T & x=1&y=2; &#; &#x; &;&</a>"),
            "<a>AT&amp;T &amp; x=1&amp;y=2; &amp;#; &amp;#x; &amp;;&amp;</a>");
}

TEST(XmlRepairTest, HtmlEntitiesBecomeCharacters) {
  EXPECT_EQ(RepairedXml("<a>&nbsp;&eacute;&bogus;</a>"),
            "<a>\u00A0é&amp;bogus;</a>");
}

TEST(XmlRepairTest, DeclaredEntitiesStay) {
  const std::string text =
      "<!DOCTYPE a [<!ENTITY nbsp ']>'> <!ENTITY x 'y'>]><a>&nbsp;&x;</a>";

  EXPECT_EQ(RepairedXml(text), text);
}

TEST(XmlRepairTest, LessThanSignsThatBeginNoTagAreEscaped) {
  EXPECT_EQ(RepairedXml("<a>1 < 2 <3 <</a>"), "<a>1 &lt; 2 &lt;3 &lt;</a>");
}

TEST(XmlRepairTest, ACdataSectionEndsWithItsElement) {
  EXPECT_EQ(RepairedXml("<a><b c='d'><![CDATA[x</b><b><![CDATA[y]]></b></a>"),
            "<a><b c='d'><![CDATA[x]]></b><b><![CDATA[y]]></b></a>");
  EXPECT_EQ(RepairedXml("<a><![CDATA[x</a>"), "<a><![CDATA[x]]></a>");
  for (const char* text :
       {"<a><![CDATA[x</a>]]></a>", "<a><![CDATA[x<![CDATA[y]]></a>",
        "<a><![CDATA[x</b>"}) {
    EXPECT_EQ(RepairedXml(text), text);
  }
}

TEST(XmlRepairTest, CharactersThatXmlRefusesGo) {
  EXPECT_EQ(RepairedXml("<a>\x01&#1;&#xD800;&#x110000;\xEF\xBF\xBE</a>"),
            "<a>�</a>");
  EXPECT_EQ(RepairedXml("<a>\xC2\x92&#146;&#x80;\xC2\x81</a>"),
            "<a>’&#8217;&#8364;</a>");
}

}  // namespace
}  // namespace newsmill::input
