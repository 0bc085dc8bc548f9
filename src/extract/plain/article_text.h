// The article in a text with its boilerplate: by the class of each block and
// the place where it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"
#include "newsmill/extract/evidence.h"

namespace newsmill::extract::plain {

/// A text read as an article.
struct ArticleText {
  /// Candidates of title, subtitle, section, dates, authors, credit and tags.
  Evidence evidence;
  std::vector<std::string> paragraphs;
  int64_t letters = 0;      // letters and digits of the paragraphs
  std::string publisher;    // of the copyright line
  bool truncated = false;   // ends in the middle, as an excerpt does
  double confidence = 0.0;  // 0 to 1

  /// All lines, those of the paragraphs without their text, and why each is no
  /// paragraph; empty: it is one.
  std::vector<Line> lines;
  std::vector<std::string_view> verdicts;
};

/// The head tells where the body begins; it ends with the last paragraph before
/// the copyright line or a heading over other articles. The text of the lines
/// must outlive the result. `title_hint`: what is known of the title, or "".
ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint, dates::DayOrder order);

}  // namespace newsmill::extract::plain
