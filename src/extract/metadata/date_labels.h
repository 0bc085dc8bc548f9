// Finds the meaning of a date in the texts and names around it.
#pragma once

#include <string_view>
#include <vector>

#include "extract/dates/dates.h"
#include "extract/lexicon/phrases.h"
#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the label in the text just before `node`.
lexicon::Label LabelBefore(const html::Document& page, html::NodeId node);

/// Returns the label in `text`, which is the text of `node`. If `text` has no
/// label, returns the label in the text just before `node`.
lexicon::Label LabelOf(const html::Document& page, html::NodeId node,
                       std::string_view text);

/// Returns whether the name of the element or its label says that it is the
/// time of an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text);

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

}  // namespace newsmill::extract::metadata
