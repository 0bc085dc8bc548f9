// Tells text from bytes that only look like it after decoding.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/text.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// Returns why a decoded document is no text: `unsupported` if it holds control
/// characters, as data of no charset do; `charset` if it holds characters that
/// no text has, or letters that no language writes so, because it was decoded
/// by a charset that nobody stated. Looks at the beginning, the middle and the
/// end of a long text. `text` is valid UTF-8.
std::optional<model::Rejection> WhyNoText(std::string_view text,
                                          charset::Evidence evidence);

}  // namespace newsmill::input
