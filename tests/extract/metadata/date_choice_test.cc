#include "extract/metadata/date_choice.h"

#include <string>
#include <utility>

#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

DateCandidate Date(std::string value, DateTrust trust) {
  DateCandidate date;
  date.value = std::move(value);
  date.trust = trust;
  return date;
}

TEST(DateChoiceTest, TakesTheMostTrustedDate) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-23", DateTrust::kMeta),
                        Date("2024-01-25", DateTrust::kTime)};

  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-23");
  EXPECT_TRUE(evidence.published[0].taken);
  EXPECT_EQ(evidence.published[1].verdict, "less trusted");
}

TEST(DateChoiceTest, TakesTheSameMomentInItsMostPreciseForm) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-23", DateTrust::kMeta),
                        Date("2024-01-23T14:30:00+01:00", DateTrust::kTime)};

  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-23T14:30:00+01:00");
  EXPECT_EQ(evidence.published[1].verdict, "the same moment, more precise");
}

TEST(DateChoiceTest, ALocalTimeGivesUtcItsOffset) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-23T14:30:00Z", DateTrust::kMeta),
                        Date("2024-01-23T15:30:00", DateTrust::kText)};

  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-23T15:30:00+01:00");
}

TEST(DateChoiceTest, RejectsADoubtfulPublicationAfterTheShownUpdate) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-25", DateTrust::kAmbiguousMeta)};
  evidence.modified = {Date("2024-01-24", DateTrust::kLabelledText)};
  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-24");

  evidence.published = {Date("2024-01-25", DateTrust::kMeta)};
  evidence.modified = {Date("2024-01-24", DateTrust::kLabelledText)};
  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-25");
}

TEST(DateChoiceTest, AnUpdateWithAnEarlierDateInItsLineIsNotThePublication) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-23", DateTrust::kSide)};
  evidence.published[0].verdict = kEarlierThanUpdate;
  evidence.modified = {Date("2024-01-24", DateTrust::kLabelledText)};

  EXPECT_EQ(ChooseDates(evidence).published, "");
}

TEST(DateChoiceTest, AChangeAtTheTimeOfPublicationIsNone) {
  PageEvidence evidence;
  evidence.published = {Date("2024-01-23", DateTrust::kTime)};
  evidence.modified = {Date("2024-01-23", DateTrust::kTime)};

  EXPECT_EQ(ChooseDates(evidence).modified, "");
  EXPECT_EQ(evidence.modified[0].verdict, "the same as published");
}

TEST(DateChoiceTest, ADateLineCorrectsTheTimeOfThePage) {
  PageEvidence evidence;
  evidence.published = {Date("2024-02-02T09:00:00Z", DateTrust::kMeta),
                        Date("2024-01-23", DateTrust::kText)};
  evidence.published[1].is_line = true;
  evidence.modified = {Date("2024-02-02T09:00:00Z", DateTrust::kMeta)};

  EXPECT_EQ(ChooseDates(evidence).published, "2024-01-23");
}

TEST(DateChoiceTest, AnUpdateThatReadersSeeIsTheOnlyDate) {
  PageEvidence shown;
  shown.modified = {Date("2024-01-23", DateTrust::kTime)};
  PageEvidence hidden;
  hidden.modified = {Date("2024-01-23", DateTrust::kMeta)};

  EXPECT_EQ(ChooseDates(shown).published, "2024-01-23");
  EXPECT_EQ(ChooseDates(hidden).published, "");
}

TEST(DateChoiceTest, ADateWithAnObjectionIsNotTaken) {
  PageEvidence evidence;
  evidence.published = {Date("2054-01-23", DateTrust::kMeta)};
  evidence.published[0].verdict = "in the future";

  EXPECT_EQ(ChooseDates(evidence).published, "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
