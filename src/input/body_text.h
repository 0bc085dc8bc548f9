// Unpacks a body, converts its text to UTF-8, and determines its form.
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

/// Returns the text of `body`. Moves the bytes out of `body`. A rejection has
/// the reason `decompression`, `limit`, `unsupported` (binary data) or
/// `charset`.
std::expected<BodyText, model::Rejection> TextOf(Body& body,
                                                 const Options& options);

/// Returns the value of the HTTP header `name`, or "" if there is none. If the
/// header occurs several times, returns the last value. `name` is in lower
/// case.
std::string_view HttpHeader(const Body& body, std::string_view name);

}  // namespace newsmill::input
