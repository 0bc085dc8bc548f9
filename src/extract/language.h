// The language of a text, by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract {

/// BCP 47; empty when the text is too short (below 200 bytes) or mixed to
/// tell. Looks at the first kilobytes only. `text` is valid UTF-8.
std::string LanguageOf(std::string_view text);

}  // namespace newsmill::extract
