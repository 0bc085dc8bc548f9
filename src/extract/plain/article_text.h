// Finds the article in a plain text that also contains boilerplate. The kind
// and the position of each block show whether the block belongs to the article.
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
  std::string publisher;    // rights holder in the copyright line
  bool truncated = false;   // the text ends in an ellipsis, like an excerpt
  double confidence = 0.0;  // 0 to 1

  /// All lines of the text. A line that became a paragraph has an empty text,
  /// because its text was moved to `paragraphs`. For each other line,
  /// `verdicts` states why the line is not a paragraph. For a paragraph, the
  /// verdict is "".
  std::vector<Line> lines;
  std::vector<std::string_view> verdicts;
};

/// Returns the article in a text. The body begins after the head (the lines
/// with the title, the date and the byline). The body ends with the last
/// paragraph before the copyright line or before the heading above a list of
/// other articles. `title_hint` is the title if the title is known, or "". The
/// text to which the blocks refer must outlive the result.
ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint,
                          const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
