// Finds the meaning of a date in the texts and names around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/dates/dates.h"
#include "extract/lexicon/phrases.h"
#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the label in the text just before `node`. Ignores the label of
/// another date.
lexicon::Label LabelBefore(const html::Document& page, html::NodeId node,
                           const dates::DateStyle& style);

/// Returns the label in `text`, which is the text of `node`. If `text` has no
/// label, returns the label in the text just before `node`.
lexicon::Label LabelOf(const html::Document& page, html::NodeId node,
                       std::string_view text, const dates::DateStyle& style);

/// Returns whether the element contains the time of an update. The name of the
/// element, its text and its label decide this.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text, const dates::DateStyle& style);

/// A date within a text, and its label.
struct LabelledDate {
  dates::FoundDate date;
  lexicon::Label label = lexicon::Label::kNone;
};

/// Returns the first two dates of a short text, such as "Published: 09:00, 9
/// May 2024 | Updated: 08:12, 10 May 2024". The label of a date is the label
/// before it. If no label precedes the first date, the label of a date is the
/// label after it.
std::vector<LabelledDate> LabelledDatesIn(std::string_view text,
                                          const dates::DateStyle& style);

/// The times of publication and of the last change that a line states. Both are
/// "" if the line does not state two times.
struct MomentsOfLine {
  std::string published;
  std::string modified;
  bool is_certain = true;  // false if the words beside the dates may be prose
};

/// Returns the times of publication and of the last change if the text states
/// both: two dates, or one day and two times. If only one date has a known label, the other date is the other time,
/// unless the order of the dates contradicts this. If no date has a known label
/// and `is_date_line` is true, the earlier date is the time of publication.
MomentsOfLine MomentsIn(std::string_view text, const dates::DateStyle& style,
                        bool is_date_line);

}  // namespace newsmill::extract::metadata
