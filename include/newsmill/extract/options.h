// Options of the extraction. The limits count work, not time, so every worker
// refuses the same documents. A document that exceeds one becomes a dead letter
// `limit`.
#pragma once

#include <cstdint>

namespace newsmill::extract {

struct Options {
  /// A body with fewer letters and digits becomes a dead letter `no_text`.
  int32_t min_text_characters = 40;
  /// Nodes in an HTML tree, and attributes in it.
  int32_t max_nodes = 1'000'000;
  int32_t max_attributes = 1'000'000;
  /// Blocks of text of a page.
  int32_t max_blocks = 20'000;
  /// Lines of a plain text.
  int32_t max_lines = 50'000;
};

}  // namespace newsmill::extract
