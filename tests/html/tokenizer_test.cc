// Tests the tokenizer through the tree.
#include "gtest/gtest.h"
#include "sketch.h"

namespace newsmill::html {
namespace {

using namespace std::string_view_literals;

TEST(TokenizerTest, ReadsNamedReferencesWithTheirSemicolon) {
  EXPECT_EQ(BodyOf("Marks &amp; Spencer&nbsp;&hellip;"),
            "'Marks & Spencer\u00A0\u2026'");
}

TEST(TokenizerTest, ReadsOldReferencesWithoutTheirSemicolon) {
  EXPECT_EQ(BodyOf("caf&eacute au lait, &notit;"),
            "'caf\u00E9 au lait, \u00ACit;'");
}

TEST(TokenizerTest, LeavesAnAmpersandThatRefersToNothing) {
  EXPECT_EQ(BodyOf("R&D & &; &# &#x; &nosuchname;"),
            "'R&D & &; &# &#x; &nosuchname;'");
}

TEST(TokenizerTest, ReadsNumbersAsWindows1252WhereThatIsMeant) {
  EXPECT_EQ(BodyOf("&#147;Yes&#148; &#x2013; &#8217;"),
            "'\u201CYes\u201D \u2013 \u2019'");
}

TEST(TokenizerTest, ReplacesNumbersThatAreNoCharacter) {
  EXPECT_EQ(BodyOf("&#0;&#xD800;&#x110000;&#99999999999;"),
            "'\uFFFD\uFFFD\uFFFD\uFFFD'");
}

TEST(TokenizerTest, LeavesQueriesInAddressesAlone) {
  EXPECT_EQ(BodyOf("<a href='?a=1&copy=2&lt;'>x</a>"),
            "a{href=?a=1&copy=2<}['x']");
}

TEST(TokenizerTest, ReadsEveryLineEndAsALineFeed) {
  EXPECT_EQ(BodyOf("one\r\ntwo\rthree\n<p title='a\r\nb'>"),
            "'one\ntwo\nthree\n' p{title=a\nb}");
}

TEST(TokenizerTest, DropsNulInABodyAndReplacesItInForeignContent) {
  EXPECT_EQ(BodyOf("a\0b<svg>c\0d"sv), "'ab' svg:svg['c\uFFFDd']");
}

TEST(TokenizerTest, ReplacesNulInNamesValuesAndRawText) {
  EXPECT_EQ(BodyOf("<p i\0d='x\0y'><style>a\0b</style>"sv),
            "p{i\uFFFDd=x\uFFFDy}[style['a\uFFFDb']]");
}

TEST(TokenizerTest, ReadsNamesInAnyCase) {
  EXPECT_EQ(BodyOf("<DIV CLASS=A><X-Story Data-Id='B'></X-STORY></dIV>y"),
            "div{class=A}[x-story{data-id=B}] 'y'");
}

TEST(TokenizerTest, KeepsTheFirstOfTwoAttributesOfAName) {
  EXPECT_EQ(BodyOf("<p id=a ID=b x=1 x=2>"), "p{id=a x=1}");
}

TEST(TokenizerTest, ReadsAttributesHoweverTheyAreWritten) {
  EXPECT_EQ(BodyOf("<p a = 1 b='2'c=\"3\"d/e=5/ f>x"),
            "p{a=1 b=2 c=3 d= e=5/ f=}['x']");
}

TEST(TokenizerTest, TakesAnEqualsSignBeforeANameForAPartOfIt) {
  EXPECT_EQ(BodyOf("<p =x=y>"), "p{=x=y}");
}

TEST(TokenizerTest, DropsATagThatTheInputEndsIn) {
  EXPECT_EQ(BodyOf("a<p class='b"), "'a'");
  EXPECT_EQ(BodyOf("a<p class"), "'a'");
  EXPECT_EQ(BodyOf("a</p "), "'a'");
}

TEST(TokenizerTest, ReadsALessThanSignThatOpensNothingAsText) {
  EXPECT_EQ(BodyOf("1 < 2 <3 <"), "'1 < 2 <3 <'");
  EXPECT_EQ(BodyOf("a</"), "'a</'");
}

TEST(TokenizerTest, DropsAnEndTagWithoutAName) {
  EXPECT_EQ(BodyOf("a</>b"), "'ab'");
}

TEST(TokenizerTest, EndsACommentAtItsFirstEnd) {
  EXPECT_EQ(BodyOf("x<!-- a > b -- c --!><!--> d --><!---->"),
            "'x' <!-- a > b -- c --> <!----> ' d -->' <!---->");
}

TEST(TokenizerTest, EndsACommentThatIsOpenWithTheInput) {
  EXPECT_EQ(BodyOf("x<!-- a --"), "'x' <!-- a -->");
}

TEST(TokenizerTest, TakesOtherDeclarationsForComments) {
  EXPECT_EQ(BodyOf("x<?php a ?><!ELEMENT b></ c>"),
            "'x' <!--?php a ?--> <!--ELEMENT b--> <!-- c-->");
}

TEST(TokenizerTest, ReadsCdataOnlyInForeignContent) {
  EXPECT_EQ(BodyOf("<svg><![CDATA[a<b>]]]>c</svg><![CDATA[d]]>"),
            "svg:svg['a<b>]c'] <!--[CDATA[d]]-->");
}

TEST(TokenizerTest, EndsAScriptOnlyAtItsEndTag) {
  EXPECT_EQ(BodyOf("<p><script>if (a</b>c) '</scripts>'</SCRIPT >x"),
            "p[script['if (a</b>c) '</scripts>''] 'x']");
}

TEST(TokenizerTest, PassesOverAScriptInACommentInAScript) {
  EXPECT_EQ(BodyOf("<p><script><!-- <script>a</script> --> b</script>x"),
            "p[script['<!-- <script>a</script> --> b'] 'x']");
  EXPECT_EQ(BodyOf("<p><script><!-- a</script>x"), "p[script['<!-- a'] 'x']");
  EXPECT_EQ(BodyOf("<p><script><!--><script>a</script>x"),
            "p[script['<!--><script>a'] 'x']");
}

TEST(TokenizerTest, ReadsReferencesInTitlesAndNotInStyleSheets) {
  EXPECT_EQ(SketchOf("<title>A &amp; <b></title><style>a &amp; b</style>"),
            "html[head[title['A & <b>'] style['a &amp; b']] body]");
}

TEST(TokenizerTest, ReadsAllAfterPlaintextAsText) {
  EXPECT_EQ(BodyOf("<plaintext>a</plaintext>&amp;"),
            "plaintext['a</plaintext>&amp;']");
}

TEST(TokenizerTest, PassesInvalidUtf8Through) {
  EXPECT_EQ(BodyOf("a\xFF\xC3<p \xFE=\x80>"), "'a\xFF\xC3' p{\xFE=\x80}");
}

TEST(TokenizerTest, FindsTheEndOfTextAtAnyDistance) {
  for (size_t length = 1; length < 70; ++length) {
    const std::string text(length, 'x');
    std::string input = "<p id='";
    input.append(text).append("'>").append(text).append("&gt;").append(text);
    std::string expected = "p{id=";
    expected.append(text).append("}['").append(text).append(">");
    EXPECT_EQ(BodyOf(input), expected.append(text).append("']"));
  }
}

}  // namespace
}  // namespace newsmill::html
