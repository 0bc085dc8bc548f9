// Decodes a raw message into documents. If the message is an envelope (a JSON
// object around a document), reads the envelope. Unpacks the body, converts the
// body to UTF-8 and determines the kind of the document. Splits a feed into
// items.
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

/// One item of a message: a document, or the reason why the item has no
/// document.
using Item = std::expected<model::Document, model::Rejection>;

/// Returns the items of `message` in the order of the input. Returns at least
/// one item: a message that cannot be decoded gives one rejected item. If
/// `ignored` is not null, adds the optional fields that Decode has not used.
/// Pure: the same message gives the same items. Any thread may call Decode.
std::vector<Item> Decode(const model::RawMessage& message,
                         const Options& options,
                         model::IgnoredFields* ignored = nullptr);

}  // namespace newsmill::input
