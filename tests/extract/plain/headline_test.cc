#include "extract/plain/headline.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

struct Read {
  explicit Read(std::string text, std::string_view hint = "")
      : content(std::move(text)),
        lines(ClassifiedLines(text::LinesOf(content, 100), {})),
        headline(HeadlineOf(lines, hint)) {}
  std::string TextAt(std::optional<size_t> line) const {
    return line ? lines[*line].block.text : "none";
  }

  std::string content;
  std::vector<Line> lines;
  Headline headline;
};

constexpr std::string_view kBody =
    "The old bridge was opened again on Monday, nine years after the flood.\n"
    "Three thousand people walked across it in the first hour, she said.\n";

TEST(HeadlineTest, ReadsSectionTitleAndSubtitle) {
  const Read read(
      "World\nOld bridge reopens after nine years\n"
      "Three thousand people walk across the river\n"
      "3 May 2024\n" +
      std::string(kBody));

  EXPECT_EQ(read.TextAt(read.headline.section), "World");
  EXPECT_EQ(read.TextAt(read.headline.title),
            "Old bridge reopens after nine years");
  EXPECT_EQ(read.TextAt(read.headline.subtitle),
            "Three thousand people walk across the river");
  EXPECT_EQ(read.headline.body, 4U);
}

TEST(HeadlineTest, AKnownTitleIsFoundBelowAMenu) {
  const Read read(
      "Home\nWorld\nSport\nMost read stories of the whole week\n"
      "Old bridge reopens after nine years\n" +
          std::string(kBody),
      "Old bridge reopens after nine years - Example Times");

  EXPECT_EQ(read.TextAt(read.headline.title),
            "Old bridge reopens after nine years");
}

TEST(HeadlineTest, TheMenuAboveIsNoTitle) {
  const Read read(
      "Home\nWorld\nSport\nMoney\n"
      "Old bridge reopens after nine years\n" +
      std::string(kBody));

  EXPECT_EQ(read.TextAt(read.headline.title),
            "Old bridge reopens after nine years");
  EXPECT_EQ(read.headline.section, std::nullopt);
}

TEST(HeadlineTest, ATextWithoutAHeadHasNoTitle) {
  const Read read{std::string(kBody)};

  EXPECT_EQ(read.headline.title, std::nullopt);
  EXPECT_EQ(read.headline.body, 0U);
}

TEST(HeadlineTest, AQuestionMayBeTheTitle) {
  const Read read("Will the old bridge ever be open to cars again?\n" +
                  std::string(kBody));

  EXPECT_EQ(read.TextAt(read.headline.title),
            "Will the old bridge ever be open to cars again?");
}

}  // namespace
}  // namespace newsmill::extract::plain
