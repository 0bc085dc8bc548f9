// Options of the extraction.
#pragma once

#include <cstdint>

namespace newsmill::extract {

struct Options {
  /// A body with fewer letters and digits is a dead letter `no_text`.
  int32_t min_text_characters = 40;
  /// Lines of a plain text, blocks of an item of a feed; more is a dead letter
  /// `limit`: a table or a log.
  int32_t max_lines = 50'000;
};

}  // namespace newsmill::extract
