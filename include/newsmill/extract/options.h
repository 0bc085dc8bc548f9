// Options of the extraction. The limits count nodes, blocks and lines. They do
// not measure time, so every worker rejects the same documents. A document that
// exceeds a limit becomes a dead letter with the reason `limit`.
#pragma once

#include <cstdint>

namespace newsmill::extract {

struct Options {
  /// The minimum number of letters and digits in a body. A document with a
  /// shorter body becomes a dead letter with the reason `no_text`.
  int32_t min_text_characters = 40;
  /// The maximum number of nodes in an HTML tree, and the maximum number of
  /// attributes in an HTML tree.
  int32_t max_nodes = 1'000'000;
  int32_t max_attributes = 1'000'000;
  /// The maximum number of blocks of text on a page.
  int32_t max_blocks = 20'000;
  /// The maximum number of lines of a plain text.
  int32_t max_lines = 50'000;
};

}  // namespace newsmill::extract
