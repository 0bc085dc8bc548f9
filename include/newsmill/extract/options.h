// Options of the extraction.
#pragma once

#include <cstdint>

namespace newsmill::extract {

struct Options {
  /// A body with fewer letters and digits is a dead letter `no_text`.
  int32_t min_text_characters = 40;
};

}  // namespace newsmill::extract
