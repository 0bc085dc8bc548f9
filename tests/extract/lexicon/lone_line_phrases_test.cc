#include "extract/lexicon/lone_line_phrases.h"

#include <algorithm>
#include <functional>

#include "extract/lexicon/lone_lines.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

std::vector<PhraseList> AllLists() {
  std::vector<PhraseList> lists = {
      LoneNotices(),    LoneNoticeFillers(), LoneNoticePlaces(),
      CallEndings(),    SpeechWords(),       WideSpeechWords(),
      PublisherWords(), PublisherParts(),    StatementBeginnings()};
  for (const CallForm& form : CallForms()) {
    lists.push_back(form.beginnings);
    lists.push_back(form.objects);
  }
  return lists;
}

TEST(LoneLinePhrasesTest, EveryPhraseIsFolded) {
  for (const PhraseList list : AllLists()) {
    for (const std::string_view phrase : list) {
      EXPECT_EQ(FoldedLine(phrase), phrase);
      EXPECT_FALSE(phrase.empty());
    }
  }
}

TEST(LoneLinePhrasesTest, LongerPhrasesComeFirst) {
  std::vector<PhraseList> lists = AllLists();
  lists.push_back(LinkLabels());
  lists.push_back(TagLineLabels());
  for (const PhraseList list : lists) {
    EXPECT_TRUE(
        std::ranges::is_sorted(list, std::greater(), &std::string_view::size));
  }
}

TEST(LoneLinePhrasesTest, LabelsIncludeThoseOfOtherLists) {
  const auto holds = [](PhraseList list, std::string_view phrase) {
    return std::ranges::find(list, phrase) != list.end();
  };
  EXPECT_TRUE(holds(LinkLabels(), "sur le même thème"));
  EXPECT_TRUE(holds(LinkLabels(), "weiterlesen"));
  EXPECT_TRUE(holds(TagLineLabels(), "mots clés"));
}

TEST(LoneLinePhrasesTest, FillersAreNoNotices) {
  for (const std::string_view filler : {"min", "facebook", "minuten", "分"}) {
    EXPECT_FALSE(IsLoneNotice(filler));
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
