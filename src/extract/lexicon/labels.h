// Splits a date line into segments, and finds the labels in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns the segments of a line, as tidy texts. Marks such as "|" and "·" and
/// wide gaps separate the segments.
std::vector<std::string> SegmentsOf(std::string_view raw);

/// Returns the text without the punctuation and blanks at its start and end.
std::string_view TrimMarks(std::string_view text);

struct Labelled {
  Label label = Label::kNone;
  size_t bytes = 0;  // size of the label, its colon and blanks
};

/// Returns whether the label is kPublished or kUpdated.
inline bool IsDateLabel(Label label) {
  return label == Label::kPublished || label == Label::kUpdated;
}

/// Returns the label that `text` begins with, or kNone.
Labelled LabelAt(std::string_view text);

/// Returns whether the text begins with a label such as "Published by". The
/// name after such a label is more often a company than an author.
bool NamesPublisher(std::string_view text);

/// Returns whether the text consists only of marks and of words that add
/// nothing to a date: "on", "Tuesday,".
bool IsDateFiller(std::string_view text);

/// Returns the position of the first label that has a colon and is not at the
/// start of `text`, as in "新华社 来源：…". Returns the size of `text` if
/// `text` contains no such label.
size_t NextLabel(std::string_view text);

}  // namespace newsmill::extract::lexicon
