// Reads a text file of limited size.
#pragma once

#include <cstdint>
#include <string>

#include "newsmill/config/units.h"

namespace newsmill::config {

/// Returns the text of `file`. An error is a message such as "cannot read x: No
/// such file or directory".
Parsed<std::string> ReadText(const std::string& file, int64_t max_bytes);

}  // namespace newsmill::config
