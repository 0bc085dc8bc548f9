// Reads language tags (https://www.rfc-editor.org/info/bcp47).
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the canonical form of a language tag: "en-GB" for "en_gb", "he" for
/// "iw", "de" for "ger". Keeps the language, the script and the region. Drops
/// all subtags after the region, and a script or region that does not exist.
/// Returns "" if the language does not exist.
std::string CanonicalTag(std::string_view tag);

/// Returns the language in a language tag, without script and region. Returns
/// "" if this language does not exist.
std::string PrimaryLanguage(std::string_view tag);

}  // namespace newsmill::extract::text
