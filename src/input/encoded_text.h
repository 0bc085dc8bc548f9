// Reads texts that a wire message contains in base64.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

/// Returns true if `encoding` names base64: "base64", "enc:Base64", or a URI
/// that ends so.
bool IsBase64(std::string_view encoding);

/// Returns the text in `base64`, in valid UTF-8. Returns "" if `base64` is
/// invalid, or if its bytes are not text. `content_type` may state the charset.
std::string TextInBase64(std::string_view base64,
                         std::string_view content_type);

}  // namespace newsmill::input
