// Language tags: https://www.rfc-editor.org/info/bcp47.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the canonical form of a language tag: "en-GB" of "en_gb", "he" of
/// "iw", "de" of "ger". Keeps the language, the script and the region. Drops a
/// script or region that does not exist, and all subtags after the region.
/// Returns "" if the language does not exist.
std::string CanonicalTag(std::string_view tag);

/// Returns the language of a tag, without script and region. Returns "" if the
/// language does not exist.
std::string PrimaryLanguage(std::string_view tag);

}  // namespace newsmill::extract::text
