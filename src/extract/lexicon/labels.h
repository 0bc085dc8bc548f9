// The parts of a date line: segments between marks, and the labels in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// What stands between marks such as "|" and "·", or wide gaps; tidy.
std::vector<std::string> SegmentsOf(std::string_view raw);

/// Without punctuation and blanks at both ends.
std::string_view TrimMarks(std::string_view text);

struct Labelled {
  Label label = Label::kNone;
  size_t bytes = 0;  // label, colon and blanks
};

/// The label that `text` begins with.
Labelled LabelAt(std::string_view text);

/// Marks, and words that say nothing beside a date: "on", "Tuesday,".
bool IsDateFiller(std::string_view text);

/// Where a label with a colon begins behind the start of `text`: "新华社
/// 来源：…"; the size where there is none.
size_t NextLabel(std::string_view text);

}  // namespace newsmill::extract::lexicon
