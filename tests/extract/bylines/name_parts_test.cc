#include "extract/bylines/name_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newsmill::extract::bylines {
namespace {

using Strings = std::vector<std::string>;

Strings PartsOf(std::string_view text, std::string_view language = "") {
  Strings parts;
  for (const NamePart& part : NamePartsOf(text, language)) {
    parts.emplace_back(part.text);
  }
  return parts;
}

TEST(NamePartsTest, AWeakSeparatorSeparatesOnlyWholeNames) {
  EXPECT_EQ(PartsOf("Rita Ros y Alba Gil"), (Strings{"Rita Ros", "Alba Gil"}));
  EXPECT_EQ(PartsOf("Rita Ros y Gil"), (Strings{"Rita Ros y Gil"}));
  EXPECT_EQ(PartsOf("رنا خليل وعمر سعيد"), (Strings{"رنا خليل", "عمر سعيد"}));
  EXPECT_EQ(PartsOf("رنا وليد"), (Strings{"رنا وليد"}));
}

TEST(NamePartsTest, SomeSeparatorsBelongToOneLanguage) {
  EXPECT_EQ(PartsOf("Anja Rozman in Miha Kos", "sl"),
            (Strings{"Anja Rozman", "Miha Kos"}));
  EXPECT_EQ(PartsOf("Anja Rozman in Miha Kos", "en").size(), 1U);
}

TEST(NamePartsTest, RemovesAPlaceAfterTheName) {
  EXPECT_EQ(WithoutTail("Rita Ros in East London", "en"), "Rita Ros");
  EXPECT_EQ(WithoutTail("Rita Ros en Nueva York", "es"), "Rita Ros");
  EXPECT_EQ(WithoutTail("Saskia in 't Hout", "nl"), "Saskia in 't Hout");
}

TEST(NamePartsTest, WritesWordsBetweenNamesInLowerCase) {
  EXPECT_EQ(WithLowerJoints("RITA ROS AND TIM LEE"), "RITA ROS and TIM LEE");
  EXPECT_EQ(WithLowerJoints("ВЕРА ЗИМИНА И ОСТАП ЛЕВ"),
            "ВЕРА ЗИМИНА и ОСТАП ЛЕВ");
  EXPECT_EQ(WithLowerJoints("RITA E ROS"), "RITA E ROS");
  EXPECT_EQ(WithLowerJoints("AND RITA"), "AND RITA");
  EXPECT_EQ(WithLowerJoints("Rita AND Tim"), "Rita AND Tim");
}

}  // namespace
}  // namespace newsmill::extract::bylines
