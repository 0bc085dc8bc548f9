// URL references (RFC 3986, section 5).
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

/// What is longer is no base: every item of a feed has a copy of it.
inline constexpr size_t kMaxBaseUrlBytes = 8192;

/// `reference` made absolute on `base`; blanks around both are ignored. The
/// reference itself when it is absolute, or when the base is not.
std::string ResolvedUrl(std::string_view reference, std::string_view base);

/// Begins with a scheme that has an authority: "https://example.org/a".
bool IsAbsoluteUrl(std::string_view url);

}  // namespace newsmill
