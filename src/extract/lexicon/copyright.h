// Reads the name of the rights holder in a copyright line.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::lexicon {

/// Returns the rights holder: "Example Review" for "Copyright 2024 Example
/// Review. All rights reserved." Returns "" if the line names no rights holder.
/// REQUIRES: `text` is a copyright line.
std::string CopyrightHolder(std::string_view text);

}  // namespace newsmill::extract::lexicon
