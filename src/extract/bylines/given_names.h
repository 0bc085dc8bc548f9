// The common given names of Europe and America.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns whether the word is a common given name: "Mario", "Anna-Lena". The
/// names of large cities, such as "Florence", are not among them.
bool IsCommonGivenName(std::string_view word);

}  // namespace newsmill::extract::bylines
