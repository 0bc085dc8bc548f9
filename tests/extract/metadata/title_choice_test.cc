#include "extract/metadata/title_choice.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

constexpr std::string_view kUrl = "https://www.example.com/rain-in-may";

TitleCandidate Title(std::string value, std::string origin, int weight,
                     bool is_heading = false) {
  TitleCandidate title;
  title.key = model::NormalisedText(value);
  title.value = std::move(value);
  title.origin = std::move(origin);
  title.weight = weight;
  title.is_heading = is_heading;
  return title;
}

TEST(TitleChoiceTest, TakesWhatMostSourcesAgreeOn) {
  std::vector<TitleCandidate> titles = {
      Title("Wind in June", "json-ld headline", 4),
      Title("Rain in May", "meta og:title", 3),
      Title("Rain in May", "title element", 3)};

  EXPECT_EQ(ChooseTitle(titles, kUrl), "Rain in May");
  EXPECT_TRUE(titles[1].taken);
  EXPECT_EQ(titles[1].verdict, "most sources agree");
  EXPECT_EQ(titles[2].verdict, "agrees with the chosen title");
  EXPECT_EQ(titles[0].verdict, "fewer agree");
}

TEST(TitleChoiceTest, AHeadingThatSharesWordsCountsMost) {
  std::vector<TitleCandidate> titles = {
      Title("May rain fills the lakes", "meta og:title", 5),
      Title("Rain in May fills lakes", "h1", 2, true)};

  EXPECT_EQ(ChooseTitle(titles, ""), "Rain in May fills lakes");
}

TEST(TitleChoiceTest, AHeadingThatSharesNoWordHeadsSomethingElse) {
  std::vector<TitleCandidate> titles = {
      Title("Rain in May", "meta og:title", 2),
      Title("Example Times", "h1", 9, true)};

  EXPECT_EQ(ChooseTitle(titles, kUrl), "Rain in May");
}

TEST(TitleChoiceTest, TheKickerBeforeTheTitleOfOpenGraphIsDropped) {
  std::vector<TitleCandidate> titles = {
      Title("Weather: Rain in May fills lakes", "h1", 2, true),
      Title("Rain in May fills lakes", "meta og:title", 5)};

  EXPECT_EQ(ChooseTitle(titles, ""), "Rain in May fills lakes");
}

TEST(TitleChoiceTest, ATitleWithAnObjectionHasNoVote) {
  std::vector<TitleCandidate> titles = {
      Title("Example Times", "title element", 9),
      Title("Rain in May", "meta og:title", 1)};
  titles[0].verdict = "the name of the site";

  EXPECT_EQ(ChooseTitle(titles, kUrl), "Rain in May");
  EXPECT_FALSE(titles[0].taken);
}

TEST(TitleChoiceTest, WithoutTitlesThereIsNone) {
  std::vector<TitleCandidate> titles;

  EXPECT_EQ(ChooseTitle(titles, kUrl), "");
}

TEST(TitleChoiceTest, ATitleElementAloneDoesNotBeatTheHeading) {
  for (const char* name : {"Welcome", "Untitled document", "Startseite",
                           "Neues aus der ganzen Region"}) {
    std::vector<TitleCandidate> titles = {
        Title(name, "title element", 3),
        Title("A goose stops all trains", "heading in the text", 7, true)};

    EXPECT_EQ(ChooseTitle(titles, ""), "A goose stops all trains") << name;
  }
}

TEST(TitleChoiceTest, ATitleBeatsAHeadingThatIsASectionOrNotInTheUrl) {
  const auto chosen = [](std::string heading, std::string_view url) {
    std::vector<TitleCandidate> titles = {
        Title("Rain in May fills all lakes", "title element", 3),
        Title(std::move(heading), "heading in the text", 7, true)};
    return ChooseTitle(titles, url);
  };

  EXPECT_EQ(chosen("Local news", ""), "Rain in May fills all lakes");
  EXPECT_EQ(chosen("More about the weather",
                   "https://www.example.com/rain-in-may-fills-all-lakes"),
            "Rain in May fills all lakes");
}

}  // namespace
}  // namespace newsmill::extract::metadata
