// Recognizes decoded documents that are not text.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/text.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// Returns a rejection if a decoded document is not text. The reason is
/// `unsupported` if the document has many control characters, like binary data.
/// The reason is `charset` if the document has many characters that do not
/// occur in texts. The reason is also `charset` if the charset was only assumed
/// and too many letters have accents. Of a long text, checks only the
/// beginning, the middle and the end. `text` is valid UTF-8.
std::optional<model::Rejection> RejectionIfNotText(std::string_view text,
                                                   charset::Evidence evidence);

}  // namespace newsmill::input
