// The owner that a copyright line names.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::lexicon {

/// "Example Review" of "Copyright 2024 Example Review. All rights reserved.";
/// empty when it names nobody. REQUIRES: a copyright line.
std::string CopyrightHolder(std::string_view text);

}  // namespace newsmill::extract::lexicon
