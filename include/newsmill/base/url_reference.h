// Resolves URL references (RFC 3986, section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsmill {

/// Returns `url` without the blanks around it. Returns "" if `url` cannot be a
/// base URL. A base URL is absolute and has at most 8,192 bytes. The size is
/// limited because ResolvedUrl copies the beginning of the base URL into each
/// result.
std::string_view BaseUrlOf(std::string_view url);

/// Resolves `reference` against `base`: "/b" and "https://example.org/a" give
/// "https://example.org/b". Ignores blanks around both texts. If
/// BaseUrlOf(base) is "", or if `reference` is absolute, returns `reference`
/// without the blanks around it.
std::string ResolvedUrl(std::string_view reference, std::string_view base);

/// Returns `path` without the segments "." and ".." (RFC 3986, section 5.2.4).
/// `path` is empty or begins with a slash.
std::string WithoutDotSegments(std::string_view path);

/// Returns the byte of the percent escape at `text[at]`: 'A' for "%41"
/// (RFC 3986, section 2.1). Returns nullopt if no complete escape is there.
std::optional<char> EscapedByte(std::string_view text, size_t at);

/// Returns true if `url` begins with a scheme and an authority, as in
/// "https://example.org/a". The authority may be empty, as in "file:///a".
bool IsAbsoluteUrl(std::string_view url);

/// Returns true if `url`, without blanks around it, is an absolute URL of the
/// scheme http or https that names a host.
bool IsHttpUrl(std::string_view url);

}  // namespace newsmill
