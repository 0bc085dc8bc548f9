#include "extract/bylines/byline_clause.h"

#include <gtest/gtest.h>

#include <string>

namespace newsmill::extract::bylines {
namespace {

std::string_view ClauseOf(std::string_view line,
                          std::string_view language = "en") {
  const BylineClause clause = BylineClauseOf(line, language);
  return clause.is_signed ? clause.text : "";
}

TEST(BylineClauseTest, TheWordByMayFollowADate) {
  EXPECT_EQ(ClauseOf("Posted on May 12, 2024 by Tessa Moran"), "Tessa Moran");
  EXPECT_EQ(ClauseOf("12.05.2024 von Birte Lüders", "de"), "Birte Lüders");
  EXPECT_EQ(ClauseOf("Storm is followed by Heavy Rain"), "");
  EXPECT_EQ(ClauseOf("Updated 12 May 2024 by Tessa Moran"), "");
}

TEST(BylineClauseTest, LabelsMayHaveAnyOrder) {
  EXPECT_EQ(ClauseOf("12 May 2024 Source: Times Author: Tessa Moran"),
            "Tessa Moran");
  EXPECT_EQ(ClauseOf("Author: Tessa Moran Source: Times"), "Tessa Moran");
}

TEST(BylineClauseTest, TheLanguageDecidesTheWordsForBy) {
  EXPECT_EQ(ClauseOf("De Corina Manea", "ro-RO"), "Corina Manea");
  EXPECT_EQ(ClauseOf("De Bruyn Karel", "nl"), "");
}

TEST(InvertedNamesTest, PutsTheGivenNameFirst) {
  EXPECT_EQ(InvertedNames("Moran, Tessa"), "Tessa Moran");
  EXPECT_EQ(InvertedNames("van Laer, Joris"), "Joris van Laer");
  EXPECT_EQ(InvertedNames("Moran, Tessa; Frith, Alan"),
            "Tessa Moran; Alan Frith");
  EXPECT_EQ(InvertedNames("Moran, T., Frith, A. B."), "T. Moran; A. B. Frith");
}

TEST(InvertedNamesTest, ReadsListsWithWordsForAnd) {
  EXPECT_EQ(InvertedNames("Moran, T. & Frith, A. B."), "T. Moran; A. B. Frith");
  EXPECT_EQ(InvertedNames("Moran, T., Frith, A. B., and Novak, J.-P."),
            "T. Moran; A. B. Frith; J.-P. Novak");
  EXPECT_EQ(InvertedNames("Moran, Tessa and Frith, Alan"),
            "Tessa Moran; Alan Frith");
}

TEST(InvertedNamesTest, LeavesOutSuffixesAndNamesThatAreNotListed) {
  EXPECT_EQ(InvertedNames("Moran, T., Frith, A. B., et al."),
            "T. Moran; A. B. Frith");
  EXPECT_EQ(InvertedNames("Moran, T., Jr., Frith, A. B."),
            "T. Moran; A. B. Frith");
}

TEST(InvertedNamesTest, AListOfGivenNamesIsNotInverted) {
  EXPECT_EQ(InvertedNames("Tessa, Alan, Nora, Bert"), "");
  EXPECT_EQ(InvertedNames("Tessa, Alan, Nora and Bert"), "");
  EXPECT_EQ(InvertedNames("Moran and T., Frith, A."), "");
  EXPECT_EQ(InvertedNames("Tessa Moran, Alan Frith and Nora Bell, Jon Day"),
            "");
}

TEST(InvertedNamesTest, IgnoresOtherLists) {
  for (const std::string_view text :
       {"Tessa Moran, Alan Frith", "Moran, Reuters", "Moran, editor",
        "Tessa Moran, MD", "Moran", "Moran, Jr.", "Tessa Moran, Leeds"}) {
    EXPECT_EQ(InvertedNames(text), "") << text;
  }
}

TEST(WithoutBracketsTest, KeepsBracketsWithinAName) {
  std::string bracketed;
  EXPECT_EQ(WithoutBrackets("Alan (A.J.) Frith", bracketed),
            "Alan (A.J.) Frith");
  EXPECT_EQ(WithoutBrackets("Alan Frith (Reuters)", bracketed), "Alan Frith ");
  EXPECT_EQ(bracketed, "Reuters");
  EXPECT_EQ(WithoutBrackets("(Alan Frith)", bracketed), "Alan Frith");
}

TEST(WithoutBracketsTest, KeepsBracketsWithOtherWork) {
  std::string bracketed;
  EXPECT_EQ(WithoutBrackets("Alan Frith（写真）", bracketed),
            "Alan Frith (写真)");
  EXPECT_EQ(WithoutBrackets("Alan Frith (Redaktion)", bracketed),
            "Alan Frith ");
}

}  // namespace
}  // namespace newsmill::extract::bylines
