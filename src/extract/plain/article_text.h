// The article in a text with its furniture: by the class of each block and the
// place where it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"
#include "newsmill/extract/trace.h"

namespace newsmill::extract::plain {

/// Empty: not found.
struct ArticleText {
  std::string section;
  std::string title;
  std::string subtitle;
  MetaLine meta;
  std::vector<std::string> tags;
  std::vector<std::string> paragraphs;
  int64_t letters = 0;      // letters and digits of the paragraphs
  std::string publisher;    // of the copyright line
  bool truncated = false;   // ends in the middle, as an excerpt does
  double confidence = 0.0;  // 0 to 1
};

/// The head tells where the body begins; it ends with the last paragraph before
/// the copyright line or a heading over other articles.
ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint, dates::DayOrder order,
                          Trace* trace = nullptr);

}  // namespace newsmill::extract::plain
