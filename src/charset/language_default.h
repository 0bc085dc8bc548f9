// Determines the encoding of a page that declares its language but no encoding.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the default legacy encoding for a BCP 47 language tag. The encoding
/// comes from the table in step 9 of
/// https://html.spec.whatwg.org/#determining-the-character-encoding
/// The case of letters in the tag does not matter. Returns nothing for a
/// language whose default is windows-1252.
std::optional<Encoding> LegacyDefaultOf(std::string_view language);

}  // namespace newsmill::charset
