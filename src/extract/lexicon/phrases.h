// Phrases that identify boilerplate, sections and labels, in the main languages
// of news. All phrases are in lower case.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace newsmill::extract::lexicon {

using PhraseList = std::span<const std::string_view>;

/// Returns phrases that match whole lines; sorted.
PhraseList MenuEntries();
PhraseList EndHeadings();
PhraseList SectionNames();

/// Return the starts of notices, and phrases that only notices contain.
PhraseList NoticeBeginnings();
PhraseList NoticeParts();
PhraseList TagLabels();
/// Returns words after a number: "comments", "min read".
PhraseList CountedThings();

/// Returns agencies in bylines or brackets; sorted.
PhraseList AgencyNames();

/// The meaning of the text after a label.
enum class Label { kNone, kCredit, kAuthor, kEditor, kPublished, kUpdated };
struct LabelName {
  std::string_view name;
  Label label;
  bool needs_colon;  // without a colon it is an ordinary word
};
/// Returns all labels; longest first: "published on" before "published".
std::span<const LabelName> LabelNames();
PhraseList LabelTexts();  // only the names, in the same order
/// Returns labels of authors, photographers, translators and others in many
/// languages. LabelNames contains them, too.
std::vector<LabelName> BylineLabels();

/// Returns weekdays and other words that add nothing to a date; sorted.
PhraseList DateFillers();

}  // namespace newsmill::extract::lexicon
