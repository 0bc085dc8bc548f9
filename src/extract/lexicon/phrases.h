// Words by which furniture, sections and labels are known, in the languages
// that news is mostly written in. All are folded (lower case).
#pragma once

#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

using PhraseList = std::span<const std::string_view>;

/// Whole lines; sorted.
PhraseList MenuEntries();
PhraseList EndHeadings();
PhraseList SectionNames();

/// How a notice begins, and what only notices contain.
PhraseList NoticeBeginnings();
PhraseList NoticeParts();
PhraseList TagLabels();
/// Behind a number: "comments", "min read".
PhraseList CountedThings();

/// Agencies that a byline or a bracket may name; sorted.
PhraseList AgencyNames();

/// What a label says of the text behind it.
enum class Label { kNone, kCredit, kAuthor, kEditor, kPublished, kUpdated };
struct LabelName {
  std::string_view name;
  Label label;
  bool needs_colon;  // without one it is a word like any other
};
std::span<const LabelName> LabelNames();
PhraseList LabelTexts();  // the names alone, in the same order

/// Weekdays and the small words around a date, that say nothing more; sorted.
PhraseList DateFillers();

}  // namespace newsmill::extract::lexicon
