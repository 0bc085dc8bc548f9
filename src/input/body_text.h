// The text of a body, unpacked and in UTF-8, and its form.
#pragma once

#include <expected>
#include <string>

#include "body.h"
#include "newsmill/input/options.h"
#include "sniff.h"

namespace newsmill::input {

struct BodyText {
  std::string text;  // valid UTF-8 without a byte-order mark
  MediaType type;
  Form form = Form::kText;
};

/// Returns the text of `body`, and takes the bytes out of it. Rejections:
/// `decompression`, `limit`, `unsupported` (binary data), `charset`.
std::expected<BodyText, model::Rejection> TextOf(Body& body,
                                                 const Options& options);

/// Returns the last HTTP header with that name (in lower case), or "".
std::string_view HttpHeader(const Body& body, std::string_view name);

}  // namespace newsmill::input
