#include "gtest/gtest.h"
#include "sketch.h"

namespace newsmill::html {
namespace {

TEST(TreeBuilderTest, AddsWhatAPageLeavesOut) {
  EXPECT_EQ(SketchOf(""), "html[head body]");
  EXPECT_EQ(SketchOf("<!DOCTYPE html><title>A</title>b"),
            "!html html[head[title['A']] body['b']]");
}

TEST(TreeBuilderTest, KeepsWhiteSpaceAfterTheHeadAndDropsItBefore) {
  EXPECT_EQ(SketchOf(" <html> <head> </head> <body> a"),
            "html[head[' '] ' ' body[' a']]");
}

TEST(TreeBuilderTest, JoinsTheAttributesOfSeveralBodies) {
  EXPECT_EQ(SketchOf("<body a=1><body a=2 b=3>x"),
            "html[head body{a=1 b=3}['x']]");
}

TEST(TreeBuilderTest, EndsAParagraphWhereABlockBegins) {
  EXPECT_EQ(BodyOf("<p>One<p>Two<div>Three</div>Four"),
            "p['One'] p['Two'] div['Three'] 'Four'");
}

TEST(TreeBuilderTest, KeepsAParagraphAroundAButton) {
  EXPECT_EQ(BodyOf("<p>a<button><p>b</button>c"), "p['a' button[p['b']] 'c']");
}

TEST(TreeBuilderTest, MakesAnEmptyParagraphOfItsEndTag) {
  EXPECT_EQ(BodyOf("a</p>b</br>c"), "'a' p 'b' br 'c'");
}

TEST(TreeBuilderTest, EndsListItemsInTheirOwnList) {
  EXPECT_EQ(BodyOf("<ul><li>a<ul><li>b</ul><li>c</ul>"),
            "ul[li['a' ul[li['b']]] li['c']]");
  EXPECT_EQ(BodyOf("<dl><dt>a<dd>b<dt>c</dl>"), "dl[dt['a'] dd['b'] dt['c']]");
}

TEST(TreeBuilderTest, EndsAnyHeadingWithTheEndTagOfAnother) {
  EXPECT_EQ(BodyOf("<h1>a</h2>b<h3>c<h4>d"), "h1['a'] 'b' h3['c'] h4['d']");
}

TEST(TreeBuilderTest, DropsTheFirstLineFeedOfPreformattedText) {
  EXPECT_EQ(BodyOf("<pre>\n\na</pre><textarea>\r\nb</textarea>"),
            "pre['\na'] textarea['b']");
}

TEST(TreeBuilderTest, KeepsOneFormOpen) {
  EXPECT_EQ(BodyOf("<form id=a><form id=b><div></form>x"),
            "form{id=a}[div['x']]");
}

TEST(TreeBuilderTest, OpensFormattingAgainInTheNextParagraph) {
  EXPECT_EQ(BodyOf("<p><b>a<p>b</b>c"), "p[b['a']] p[b['b'] 'c']");
}

TEST(TreeBuilderTest, RepairsMisnestingByTheAdoptionAgency) {
  EXPECT_EQ(BodyOf("<b>a<i>b</b>c</i>d"), "b['a' i['b']] i['c'] 'd'");
  EXPECT_EQ(BodyOf("<b>a<p>b</b>c"), "b['a'] p[b['b'] 'c']");
  EXPECT_EQ(BodyOf("<a>a<div>b<div>c</a>d"),
            "a['a'] div[a['b'] div[a['c'] 'd']]");
}

TEST(TreeBuilderTest, EndsALinkWhereAnotherBegins) {
  EXPECT_EQ(BodyOf("<a href=x>a<a href=y>b</a>"),
            "a{href=x}['a'] a{href=y}['b']");
}

TEST(TreeBuilderTest, OpensNoMoreThanThreeTwinsAgain) {
  EXPECT_EQ(BodyOf("<p><b><b><b><b>a<p>b"),
            "p[b[b[b[b['a']]]]] p[b[b[b['b']]]]");
  EXPECT_EQ(BodyOf("<p><b c=1 d=2><b d=2 c=1><b c=1 d=2><b d=2 c=1><p>b"),
            "p[b{c=1 d=2}[b{d=2 c=1}[b{c=1 d=2}[b{d=2 c=1}]]]] "
            "p[b{d=2 c=1}[b{c=1 d=2}[b{d=2 c=1}['b']]]]");
}

TEST(TreeBuilderTest, AddsTheRowsAndBodiesOfTables) {
  EXPECT_EQ(BodyOf("<table><td>a<th>b<tr><td>c<caption>d</table>e"),
            "table[tbody[tr[td['a'] th['b']] tr[td['c']]] caption['d']] 'e'");
  EXPECT_EQ(BodyOf("<table><col><col><tr></table>"),
            "table[colgroup[col col] tbody[tr]]");
}

TEST(TreeBuilderTest, FostersWhatIsMisplacedInATable) {
  EXPECT_EQ(BodyOf("<table>a<tr>b<p>c<td>d</table>e"),
            "'ab' p['c'] table[tbody[tr[td['d']]]] 'e'");
  EXPECT_EQ(BodyOf("<table> <tr> <td>a</table>"),
            "table[' ' tbody[tr[' ' td['a']]]]");
}

TEST(TreeBuilderTest, PutsTablesIntoParagraphsOnlyInQuirksMode) {
  EXPECT_EQ(BodyOf("<p>a<table></table>"), "p['a' table]");
  EXPECT_EQ(BodyOf("<!DOCTYPE html><p>a<table></table>"), "p['a'] table");
}

TEST(TreeBuilderTest, KeepsTemplatesApart) {
  EXPECT_EQ(BodyOf("a<template><td>b</td></template>c"),
            "'a' template[contents[td['b']]] 'c'");
  EXPECT_EQ(
      BodyOf("<x-a><template shadowrootmode=open><p>b</p></template></x-a>"),
      "x-a[div{shadowrootmode=open}[p['b']]]");
}

TEST(TreeBuilderTest, LetsAnythingStandInASelect) {
  EXPECT_EQ(BodyOf("<select><div>a<option>b<option>c</select>d"),
            "select[div['a' option['b'] option['c']]] 'd'");
  EXPECT_EQ(BodyOf("<select><option>a<select>b<select><input>"),
            "select[option['a']] 'b' select input");
}

TEST(TreeBuilderTest, CopiesTheSelectedOptionIntoSelectedContent) {
  EXPECT_EQ(
      BodyOf("<select><button><selectedcontent></selectedcontent></button>"
             "<option>a<option selected><b>c</b>d</select>"),
      "select[button[selectedcontent[b['c'] 'd']] option['a'] "
      "option{selected=}[b['c'] 'd']]");
}

TEST(TreeBuilderTest, GivesForeignNamesTheirCase) {
  EXPECT_EQ(BodyOf("<svg viewbox='0 0 1 1'><foreignobject><p>a</p>"
                   "</foreignobject></svg>b"),
            "svg:svg{viewBox=0 0 1 1}[svg:foreignObject[p['a']]] 'b'");
  EXPECT_EQ(BodyOf("<math definitionurl=x><mi viewbox=y>"),
            "math:math{definitionURL=x}[math:mi{viewbox=y}]");
}

TEST(TreeBuilderTest, BreaksOutOfForeignContent) {
  EXPECT_EQ(BodyOf("<svg><g><p>a"), "svg:svg[svg:g] p['a']");
  EXPECT_EQ(BodyOf("<svg><title><p>a</p></title><path/>b</svg>"),
            "svg:svg[svg:title[p['a']] svg:path 'b']");
}

TEST(TreeBuilderTest, ReadsNoscriptAsIfThereWereNoScripts) {
  EXPECT_EQ(
      SketchOf("<noscript><link></noscript><p><noscript><img></noscript>"),
      "html[head[noscript[link]] body[p[noscript[img]]]]");
}

TEST(TreeBuilderTest, PutsCommentsAfterTheBodyWhereTheyBelong) {
  EXPECT_EQ(SketchOf("a</body><!--b--></html><!--c-->"),
            "html[head body['a'] <!--b-->] <!--c-->");
}

TEST(TreeBuilderTest, GoesOnInTheBodyAfterItsEnd) {
  EXPECT_EQ(SketchOf("<p>a</body></html><p>b"),
            "html[head body[p['a'] p['b']]]");
}

TEST(TreeBuilderTest, ReplacesAnEmptyBodyByAFrameset) {
  EXPECT_EQ(SketchOf("<div><frameset><frame></frameset>"),
            "html[head frameset[frame]]");
  EXPECT_EQ(SketchOf("a<frameset>"), "html[head body['a']]");
}

TEST(TreeBuilderTest, JoinsTextAcrossTagsThatAreIgnored) {
  EXPECT_EQ(BodyOf("a</x>b</y>&amp;</z>c"), "'ab&c'");
}

TEST(TreeBuilderTest, TellsTheQuirksModes) {
  using enum QuirksMode;
  EXPECT_EQ(Parse("<p>").quirks_mode(), kQuirks);
  EXPECT_EQ(Parse("<!DOCTYPE html>").quirks_mode(), kNoQuirks);
  EXPECT_EQ(Parse("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//"
                  "EN' 'x'>")
                .quirks_mode(),
            kLimitedQuirks);
}

}  // namespace
}  // namespace newsmill::html
