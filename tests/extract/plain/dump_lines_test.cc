#include "extract/plain/dump_lines.h"

#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

TEST(DumpLinesTest, HeadersHaveKnownNames) {
  EXPECT_TRUE(IsHeaderLine("Content-Type: text/html"));
  EXPECT_FALSE(IsHeaderLine("Agenda: the boats"));
  EXPECT_TRUE(IsMailHeaderLine("To: desk@voss.example"));
  EXPECT_FALSE(IsMailHeaderLine("Tom: the boat is here"));
}

TEST(DumpLinesTest, TimesOfSubtitlesHaveAnArrow) {
  EXPECT_TRUE(IsTimingLine("00:01.000 --> 00:04.000"));
  EXPECT_TRUE(IsTimingLine("00:00:01,000 --> 00:00:04,000 line:0"));
  EXPECT_FALSE(IsTimingLine("Voss: 7 --> 9"));
  EXPECT_FALSE(IsTimingLine(""));
}

TEST(DumpLinesTest, TestResultsHaveANumber) {
  EXPECT_TRUE(IsTestLine("not ok 7 - sails"));
  EXPECT_FALSE(IsTestLine("ok, the boat sails"));
}

TEST(DumpLinesTest, StatementsAreCode) {
  for (const std::string_view line :
       {"mast=7", "boat.sail(wind)", "// It sails.", "[boats]",
        ".boat { margin: 0 }", "File \"a.py\", line 7, in sail"}) {
    EXPECT_TRUE(IsCodeLine(line)) << line;
  }
  for (const std::string_view line :
       {"The boat (a gull) sails.", "[The boat sails]", "Sail on!", ""}) {
    EXPECT_FALSE(IsCodeLine(line)) << line;
  }
}

TEST(DumpLinesTest, WordsAreLettersWithPunctuation) {
  for (const std::string_view line :
       {"Rain, rain", "\"Don't\" (she said)", "7. Ada Berg", "Дождь идёт",
        "BO: The boat?"}) {
    EXPECT_TRUE(HasWords(line)) << line;
  }
  for (const std::string_view line :
       {"- crew: [ada, bo]", "User-agent: Bot", "9f 0a 41 be 77", "boat_7:"}) {
    EXPECT_FALSE(HasWords(line)) << line;
  }
}

TEST(DumpLinesTest, ASentenceHasManyWordsAndAnEnd) {
  EXPECT_TRUE(IsSentence("It rained all day in the north of Voss."));
  EXPECT_FALSE(IsSentence("It rained all day in the north of Voss"));
  EXPECT_FALSE(IsSentence("It rained."));
}

TEST(DumpLinesTest, ForeignLettersNeedNoBlanks) {
  EXPECT_TRUE(HasForeignLetters("ฝนตกทั้งคืน 7 mm"));
  EXPECT_FALSE(HasForeignLetters("It rained in Ålesund"));
}

}  // namespace
}  // namespace newsmill::extract::plain
