// URL references (RFC 3986, section 5).
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// Returns `url` without blanks around it if relative references can be
/// resolved against it. For that, it must be absolute and have at most 8,192
/// bytes, because each resolved reference holds a copy of its beginning.
/// Otherwise returns "".
std::string_view BaseUrlOf(std::string_view url);

/// Returns `reference` resolved against `base`, both without blanks around
/// them. Returns the reference unchanged if it is absolute or if BaseUrlOf
/// returns "" for the base.
std::string ResolvedUrl(std::string_view reference, std::string_view base);

/// Returns true if `url` begins with a scheme and an authority, as in
/// "https://example.org/a". The authority may be empty.
bool IsAbsoluteUrl(std::string_view url);

/// Returns true if `url`, without blanks around it, is an absolute URL of the
/// scheme http or https that names a host.
bool IsHttpUrl(std::string_view url);

}  // namespace newsmill
