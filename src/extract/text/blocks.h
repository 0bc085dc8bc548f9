// Splits a text into blocks: paragraphs, headings and lines of boilerplate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "characters.h"

namespace newsmill::extract::text {

/// The greatest width of a headline.
inline constexpr int32_t kMaxTitleColumns = 200;

struct Block {
  std::string_view raw;  // part of the content, with its white space
  std::string text;      // tidy, and never empty
  Measure measure;
  bool after_blank = false;  // after an empty line
  bool ends_sentence = false;

  int32_t columns() const { return measure.columns; }
  int32_t words() const { return measure.words; }
};

/// Returns the lines of `content`, which must outlive them. Stops after
/// `max_blocks` lines.
std::vector<Block> LinesOf(std::string_view content, size_t max_blocks);

/// Returns the lines with hard wraps joined. In a wrapped text, a line ends
/// where the next word did not fit, and a line that ends earlier ends a
/// paragraph. Returns other texts unchanged.
std::vector<Block> WithoutHardWraps(std::vector<Block> lines);

}  // namespace newsmill::extract::text
