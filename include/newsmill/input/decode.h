// From a raw message to documents: envelope or bare body, unpacking, charset,
// kind, and the items of a feed.
#pragma once

#include <expected>
#include <optional>
#include <variant>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/document.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::input {

/// One item of a message: a document, or why it is none.
using Item = std::expected<model::Document, model::Rejection>;

/// At least one item, in the order of the input. Pure: same message, same
/// items. A message that fails as a whole is one rejected item.
std::vector<Item> Decode(const model::RawMessage& message,
                         const Options& options);

}  // namespace newsmill::input
