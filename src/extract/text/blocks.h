// A text as blocks: what a reader sees as one paragraph, heading or line of
// furniture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "characters.h"

namespace newsmill::extract::text {

/// A longer line is no headline.
inline constexpr int32_t kMaxTitleColumns = 200;

struct Block {
  std::string_view raw;  // of the content, with its white space
  std::string text;      // tidy, never empty
  Measure measure;
  bool after_blank = false;  // an empty line stands before it
  bool ends_sentence = false;

  int32_t columns() const { return measure.columns; }
  int32_t words() const { return measure.words; }
};

/// The lines of `content`, which must outlive the blocks. Any kind of line
/// break is one. Stops after `max_blocks`.
std::vector<Block> LinesOf(std::string_view content, size_t max_blocks);

/// Joins lines that were broken at a fixed width. In such a text a line ends
/// where its next word would not have fitted; a line that ends early ends a
/// paragraph. Other texts are left alone.
std::vector<Block> WithoutHardWraps(std::vector<Block> lines);

}  // namespace newsmill::extract::text
