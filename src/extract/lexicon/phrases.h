// Phrases that identify boilerplate, sections and labels, in the main languages
// of news. All are in lower case.
#pragma once

#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

using PhraseList = std::span<const std::string_view>;

/// Whole lines; sorted.
PhraseList MenuEntries();
PhraseList EndHeadings();
PhraseList SectionNames();

/// Starts of notices, and phrases that only notices contain.
PhraseList NoticeBeginnings();
PhraseList NoticeParts();
PhraseList TagLabels();
/// Words after a number: "comments", "min read".
PhraseList CountedThings();

/// Agencies in bylines or brackets; sorted.
PhraseList AgencyNames();

/// The meaning of the text after a label.
enum class Label { kNone, kCredit, kAuthor, kEditor, kPublished, kUpdated };
struct LabelName {
  std::string_view name;
  Label label;
  bool needs_colon;  // without a colon it is an ordinary word
};
std::span<const LabelName> LabelNames();
PhraseList LabelTexts();  // the names only, in the same order

/// Weekdays and other words that add nothing to a date; sorted.
PhraseList DateFillers();

}  // namespace newsmill::extract::lexicon
