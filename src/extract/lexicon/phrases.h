// Lists of phrases that identify boilerplate, sections and labels, in the main
// languages of news. All phrases are in lower case.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace newsmill::extract::lexicon {

using PhraseList = std::span<const std::string_view>;

/// These functions return phrases that must be the whole line, in sorted order.
PhraseList MenuEntries();
PhraseList EndHeadings();
PhraseList SectionNames();

/// These functions return the beginnings of notices, and phrases that only
/// notices contain.
PhraseList NoticeBeginnings();
PhraseList NoticeParts();
PhraseList TagLabels();
/// Returns words that follow a number in a line of boilerplate: "comments",
/// "min read".
PhraseList CountedThings();

/// Returns the names of agencies in bylines or brackets, in sorted order.
PhraseList AgencyNames();

/// What the text after a label states.
enum class Label { kNone, kCredit, kAuthor, kEditor, kPublished, kUpdated };
struct LabelName {
  std::string_view name;
  Label label;
  bool needs_colon;  // without a colon, it is an ordinary word
};
/// Returns all labels. Longer labels come first: "published on" before
/// "published".
std::span<const LabelName> LabelNames();
PhraseList LabelTexts();  // texts of LabelNames, in the same order
/// Returns labels of authors, photographers, translators and others in many
/// languages. LabelNames also contains these labels.
std::vector<LabelName> BylineLabels();

/// Returns weekdays and other words that add nothing to a date, in sorted
/// order.
PhraseList DateFillers();

}  // namespace newsmill::extract::lexicon
