// Resolves URL references (RFC 3986, section 5).
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// Returns `url` without blanks around it if `url` can be a base URL. A base
/// URL is absolute and has at most 8,192 bytes. The size is limited because
/// each resolved reference contains a copy of the beginning of its base.
/// Returns "" if `url` cannot be a base URL.
std::string_view BaseUrlOf(std::string_view url);

/// Returns `reference` resolved against `base`. Ignores blanks around both
/// texts. Returns only the trimmed `reference` if `reference` is absolute, or
/// if BaseUrlOf(base) is "".
std::string ResolvedUrl(std::string_view reference, std::string_view base);

/// Returns true if `url` begins with a scheme and an authority, as in
/// "https://example.org/a". The authority may be empty.
bool IsAbsoluteUrl(std::string_view url);

/// Returns true if `url`, without blanks around it, is an absolute URL of the
/// scheme http or https that names a host.
bool IsHttpUrl(std::string_view url);

}  // namespace newsmill
