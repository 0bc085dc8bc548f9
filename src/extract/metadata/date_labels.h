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

bool IsDateLabel(lexicon::Label label);

/// Returns the label in the text just before `node`.
lexicon::Label LabelBefore(const html::Document& page, html::NodeId node,
                           const dates::DateStyle& style);

/// Returns the label in `text`, which is the text of `node`. If `text` has no
/// label, returns the label in the text just before `node`.
lexicon::Label LabelOf(const html::Document& page, html::NodeId node,
                       std::string_view text, const dates::DateStyle& style);

/// Returns whether the name of the element, its text or its label says that it
/// is the time of an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text, const dates::DateStyle& style);

/// A date within a text, and its label.
struct LabelledDate {
  dates::FoundDate date;
  lexicon::Label label = lexicon::Label::kNone;
};

/// Returns the first two dates of a short text, such as "Published: 09:00, 9
/// May 2024 | Updated: 08:12, 10 May 2024". Each label is before its date. If
/// no label is before the first date, each label is after its date.
std::vector<LabelledDate> LabelledDatesIn(std::string_view text,
                                          const dates::DateStyle& style);

/// The two moments of a line, or "" if the line does not state two moments.
struct MomentsOfLine {
  std::string published;
  std::string modified;
  bool is_certain = true;  // false if the words beside the dates may be prose
};

/// Returns when the article was published and changed if the text states both.
/// If only one label is known, the other date is the other moment, unless their
/// order contradicts this. If no label is known and `is_date_line` is true, the
/// earlier date is the publication.
MomentsOfLine MomentsIn(std::string_view text, const dates::DateStyle& style,
                        bool is_date_line);

}  // namespace newsmill::extract::metadata
