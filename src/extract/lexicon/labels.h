// Reads the parts of a date line: segments between marks, and their labels.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns the tidy texts between marks such as "|" and "·", or between wide
/// gaps.
std::vector<std::string> SegmentsOf(std::string_view raw);

/// Returns the text without punctuation and blanks at both ends.
std::string_view TrimMarks(std::string_view text);

struct Labelled {
  Label label = Label::kNone;
  size_t bytes = 0;  // length of the label with its colon and blanks
};

/// Returns the label that `text` begins with.
Labelled LabelAt(std::string_view text);

/// Returns whether the text begins with "Published by", which names a company
/// more often than an author.
bool NamesPublisher(std::string_view text);

/// Returns whether the text is only marks and words that add nothing to a date:
/// "on", "Tuesday,".
bool IsDateFiller(std::string_view text);

/// Returns the position of the first label with a colon after the start of
/// `text`, as in "新华社 来源：…", or the size of `text` if there is none.
size_t NextLabel(std::string_view text);

}  // namespace newsmill::extract::lexicon
