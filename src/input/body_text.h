// A body's text: unpacked, in UTF-8, and of which form it is.
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

/// Takes the bytes out of `body`. Refused: `decompression`, `limit`,
/// `unsupported` (binary data), `charset`.
std::expected<BodyText, model::Rejection> TextOf(Body& body,
                                                 const Options& options);

/// The last HTTP header of that name (in lower case), or "".
std::string_view HttpHeader(const Body& body, std::string_view name);

}  // namespace newsmill::input
