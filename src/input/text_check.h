// Recognizes decoded documents that are not text.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/text.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// Returns the reason if a decoded document is not text, or nothing. The reason
/// is `unsupported` if the document has control characters, as binary data has.
/// The reason is `charset` if the document has many characters that do not
/// occur in texts, or, without a declared charset, accents on too many letters.
/// Reads only the beginning, the middle and the end of a long text. `text` is
/// valid UTF-8.
std::optional<model::Rejection> RejectionIfNotText(std::string_view text,
                                                   charset::Evidence evidence);

}  // namespace newsmill::input
