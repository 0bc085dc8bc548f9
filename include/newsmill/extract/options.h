// Options of the extraction. The limits count work and do not measure time, so
// every worker rejects the same documents. A document that exceeds a limit
// becomes a dead letter with the reason `limit`.
#pragma once

#include <cstdint>

namespace newsmill::extract {

struct Options {
  /// Letters and digits that a body needs. A document with a shorter body
  /// becomes a dead letter with the reason `no_text`.
  int32_t min_text_characters = 40;
  /// Most nodes of an HTML tree, and most attributes in it.
  int32_t max_nodes = 1'000'000;
  int32_t max_attributes = 1'000'000;
  /// Most blocks of text on a page.
  int32_t max_blocks = 20'000;
  /// Most lines of a plain text.
  int32_t max_lines = 50'000;
};

}  // namespace newsmill::extract
