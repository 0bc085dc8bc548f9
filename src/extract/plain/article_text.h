// Finds the article in a text with boilerplate, by the kind and the place of
// each block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"
#include "newsmill/extract/evidence.h"

namespace newsmill::extract::plain {

/// The article that was found in a plain text.
struct ArticleText {
  /// Candidates for title, subtitle, section, dates, authors, credit and tags.
  Evidence evidence;
  std::vector<std::string> paragraphs;
  int64_t letters = 0;      // number of letters and digits in the paragraphs
  std::string publisher;    // from the copyright line
  bool truncated = false;   // the text ends in an ellipsis, like an excerpt
  double confidence = 0.0;  // 0 to 1

  /// All lines. The text of a paragraph was moved away. `verdicts` says for
  /// each line why it is not a paragraph. It is empty if the line is a
  /// paragraph.
  std::vector<Line> lines;
  std::vector<std::string_view> verdicts;
};

/// Returns the article of a text. The body begins after the head. It ends with
/// the last paragraph before the copyright line or before a heading above other
/// articles. The text of the lines must outlive the result. `title_hint` is the
/// title if it is known, or "".
ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint,
                          const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
