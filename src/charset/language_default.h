// The legacy encoding of pages that state only their language.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the encoding for a BCP 47 tag in any case, by the table in step 9 of
/// https://html.spec.whatwg.org/#determining-the-character-encoding. Returns
/// nothing for languages with the default windows-1252.
std::optional<Encoding> LegacyDefaultOf(std::string_view language);

}  // namespace newsmill::charset
