// Decides whether a date is the date of publication or of an update. The texts
// and the names of elements around the date show this.
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

/// Returns the label at the start of `text`. `text` is the text of `node`. If
/// `text` has no label, returns the label in the text just before `node`.
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

/// Returns the first date or the first two dates of a short text, such as
/// "Published: 09:00, 9 May 2024 | Updated: 08:12, 10 May 2024". The label of
/// each date is usually the label before the date. If the first date has no
/// label before it and the second date has a label after it, the label of each
/// date is the label after the date.
std::vector<LabelledDate> LabelledDatesIn(std::string_view text,
                                          const dates::DateStyle& style);

/// The times of publication and of the last change in a line. Both are "" if
/// the line does not state both times.
struct MomentsOfLine {
  std::string published;
  std::string modified;
  bool is_certain = true;  // false if the words beside the dates may be prose
};

/// Returns the times of publication and of the last change if the text states
/// both: two dates, or one day and two times. If both dates have labels, the
/// labels decide. If one date has a label, the other date is the other time. If
/// no date has a label, the earlier date is the time of publication, but only
/// if `is_date_line` is true. If fewer than two dates have a label, publication
/// must be before the change. In all other cases, both times are "".
MomentsOfLine MomentsIn(std::string_view text, const dates::DateStyle& style,
                        bool is_date_line);

}  // namespace newsmill::extract::metadata
