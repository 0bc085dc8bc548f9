// Decodes a raw message into documents. Reads the envelope if there is one,
// unpacks the body, converts it to UTF-8, determines the kind of the document,
// and splits a feed into items.
#pragma once

#include <expected>
#include <optional>
#include <variant>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::input {

/// One item of a message: a document, or the reason why there is none.
using Item = std::expected<model::Document, model::Rejection>;

/// Returns the items of `message`, at least one, in the order of the input. A
/// message that cannot be decoded at all is one rejected item. If `ignored` is
/// given, adds the unused optional fields of the message to `ignored`. Pure:
/// the same message gives the same items. Any thread may call it.
std::vector<Item> Decode(const model::RawMessage& message,
                         const Options& options,
                         model::IgnoredFields* ignored = nullptr);

}  // namespace newsmill::input
