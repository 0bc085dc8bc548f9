// Splits a text into blocks: paragraphs, headings and lines of boilerplate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "characters.h"

namespace newsmill::extract::text {

/// Maximum width of a headline in columns.
inline constexpr int32_t kMaxTitleColumns = 200;

struct Block {
  std::string_view raw;  // the block in the content, unchanged
  std::string text;      // tidy, and never empty
  Measure measure;
  bool after_blank = false;  // an empty line precedes the block
  bool ends_sentence = false;

  int32_t columns() const { return measure.columns; }
  int32_t words() const { return measure.words; }
};

/// Returns the lines of `content` that are not blank. Stops after `max_blocks`
/// lines. `content` must outlive the result.
std::vector<Block> LinesOf(std::string_view content, size_t max_blocks);

/// Returns the paragraphs of a text with hard wraps. In such a text, a line
/// breaks where the next word does not fit into the width of the text. Joins
/// these lines into paragraphs. If the next word fits into a line, the line is
/// the end of a paragraph. Returns the lines of other texts unchanged.
std::vector<Block> WithoutHardWraps(std::vector<Block> lines);

}  // namespace newsmill::extract::text
