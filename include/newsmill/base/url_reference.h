// URL references (RFC 3986, section 5).
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// `url` where references can stand on it, else "": it is absolute and has no
/// more than 8,192 bytes, since each reference and each item has a copy of it.
std::string_view BaseUrlOf(std::string_view url);

/// `reference` made absolute on `base`; blanks around both are ignored. The
/// reference itself when it is absolute, or when the base is none.
std::string ResolvedUrl(std::string_view reference, std::string_view base);

/// Begins with a scheme that has an authority: "https://example.org/a".
bool IsAbsoluteUrl(std::string_view url);

}  // namespace newsmill
