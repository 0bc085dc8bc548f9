// Splits a line such as "By Jane Doe | Published: 3 May 2024" into segments,
// and finds labels such as "Published:".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns the segments of a line as tidy texts (text::Tidy). Separators are
/// marks such as "|" and "·", and wide gaps.
std::vector<std::string> SegmentsOf(std::string_view raw);

/// Returns the text without the punctuation and blanks at its start and end.
std::string_view TrimMarks(std::string_view text);

struct Labelled {
  Label label = Label::kNone;
  size_t bytes = 0;  // size of the label with its colon and blanks
};

/// Returns whether the label is kPublished or kUpdated.
inline bool IsDateLabel(Label label) {
  return label == Label::kPublished || label == Label::kUpdated;
}

/// Returns the label at the start of `text`, or kNone.
Labelled LabelAt(std::string_view text);

/// Returns whether the text begins with a label such as "Published by". The
/// name after such a label is more often a company than an author.
bool NamesPublisher(std::string_view text);

/// Returns whether the text contains only punctuation marks and words that add
/// no information to a date: "on", "Tuesday,".
bool IsDateFiller(std::string_view text);

/// Returns the position of the first label that has a colon and is not at the
/// start of `text`: the position of "来源" in "新华社 来源：…". Returns the
/// size of `text` if `text` contains no such label.
size_t NextLabel(std::string_view text);

}  // namespace newsmill::extract::lexicon
