// Lists of phrases in the main languages of news. The phrases identify
// boilerplate, sections and labels. All phrases are in lower case.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace newsmill::extract::lexicon {

using PhraseList = std::span<const std::string_view>;

/// These functions return sorted lists of phrases. A line is a menu entry, a
/// heading or a section name only if the whole line is such a phrase.
PhraseList MenuEntries();
PhraseList EndHeadings();
PhraseList SectionNames();

/// These functions return phrases at the start of notices ("subscribe to"),
/// phrases that occur anywhere in notices, and labels of lists of tags
/// ("tags:").
PhraseList NoticeBeginnings();
PhraseList NoticeParts();
PhraseList TagLabels();
/// Returns words that follow a number in boilerplate: "comments" in "12
/// comments", "min read" in "5 min read".
PhraseList CountedThings();

/// Returns the names of news agencies that occur in bylines or in brackets. The
/// list is sorted.
PhraseList AgencyNames();

/// The meaning of a label. kAuthor means that the name of an author follows, as
/// after "By".
enum class Label { kNone, kCredit, kAuthor, kEditor, kPublished, kUpdated };
struct LabelName {
  std::string_view name;
  Label label;
  bool needs_colon;  // without a colon, the name is an ordinary word
};
/// Returns all labels. Longer labels come first: "published on" comes before
/// "published".
std::span<const LabelName> LabelNames();
PhraseList LabelTexts();  // the names in LabelNames, in that order
/// Returns labels of authors, photographers, translators and others in many
/// languages. LabelNames also contains these labels.
std::vector<LabelName> BylineLabels();

/// Returns weekdays and other words that add no information to a date. The list
/// is sorted.
PhraseList DateFillers();

}  // namespace newsmill::extract::lexicon
