// The default legacy encoding of a page that states its language and no
// encoding.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the encoding for a BCP 47 tag in upper or lower case, from the table
/// in step 9 of
/// https://html.spec.whatwg.org/#determining-the-character-encoding. Returns
/// nothing for languages whose default is windows-1252.
std::optional<Encoding> LegacyDefaultOf(std::string_view language);

}  // namespace newsmill::charset
