#include "extract/metadata/date_labels.h"

#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

lexicon::Label LabelBeforeTime(std::string html) {
  const ParsedPage parsed(std::move(html));
  return LabelBefore(parsed.page, parsed.First(html::Tag::kTime));
}

bool TimeIsModified(std::string html) {
  const ScannedPage parsed(std::move(html));
  return !parsed.scan.times.empty() &&
         IsModified(parsed.page, parsed.scan.times[0], "3 May 2024");
}

TEST(PageDateLabelsTest, TheTextBeforeADateLabelsIt) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated: <time>3 May</time>"),
            lexicon::Label::kUpdated);
  EXPECT_EQ(LabelBeforeTime("<p><b>Published</b> <span><time>3 May</time>"),
            lexicon::Label::kPublished);
}

TEST(PageDateLabelsTest, EmptyNodesAndMarksAreLookedPast) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated<i></i> - <time>3 May</time>"),
            lexicon::Label::kUpdated);
}

TEST(PageDateLabelsTest, ALongTextBeforeLabelsNothing) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated rules for boats and ferries on the "
                            "lake came into force on <time>3 May</time>"),
            lexicon::Label::kNone);
}

TEST(PageDateLabelsTest, ALabelWithinTheTextComesFirst) {
  const ParsedPage parsed("<p>Published <time>Updated 3 May</time>");

  EXPECT_EQ(
      LabelOf(parsed.page, parsed.First(html::Tag::kTime), "Updated 3 May"),
      lexicon::Label::kUpdated);
}

TEST(PageDateLabelsTest, TheWordDateBelongsToTheLabelBeforeIt) {
  const auto label = [](std::string_view text) {
    const auto found = LabelledDatesIn(text, {});
    return found.empty() ? lexicon::Label::kNone : found.back().label;
  };

  EXPECT_EQ(label("Last updated date: 3 May 2024"), lexicon::Label::kUpdated);
  EXPECT_EQ(label("Updated: Date: 3 May 2024"), lexicon::Label::kUpdated);
  EXPECT_EQ(label("Published: 3 May 2024. Updated date: 4 May 2024"),
            lexicon::Label::kUpdated);
  EXPECT_EQ(label("Updated by the editor, date: 3 May 2024"),
            lexicon::Label::kPublished);
}

TEST(PageDateLabelsTest, TheNameOfAnElementSaysWhatItsDateIs) {
  EXPECT_TRUE(TimeIsModified("<time class=date-modified>3 May 2024</time>"));
  EXPECT_TRUE(TimeIsModified("<p class=modified-date><time>3 May 2024</time>"));
  EXPECT_FALSE(TimeIsModified(
      "<p class=modified-date><time class=published>3 May 2024</time>"));
  EXPECT_FALSE(TimeIsModified(
      "<time class='date-modified date-published'>3 May 2024</time>"));
}

}  // namespace
}  // namespace newsmill::extract::metadata
