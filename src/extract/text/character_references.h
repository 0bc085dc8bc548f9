// The character references that text uses most.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// "AT&amp;T" is "AT&T". Numbers and the names of Latin-1 and punctuation;
/// what is no reference is kept as it is.
std::string DecodeReferences(std::string_view text);

}  // namespace newsmill::extract::text
