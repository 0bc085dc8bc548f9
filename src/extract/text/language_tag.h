// Language tags: https://www.rfc-editor.org/info/bcp47.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the canonical form of a tag as pages write it: "en-GB" of "en_gb",
/// "he" of "iw", "de" of "ger". Keeps language, script and region. Leaves out a
/// script or region that does not exist, and everything after the region. "" if
/// the language is none.
std::string CanonicalTag(std::string_view tag);

/// Returns the language of a tag, without region and script; "" for none.
std::string PrimaryLanguage(std::string_view tag);

}  // namespace newsmill::extract::text
