// The legacy encoding of pages that say only their language.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// By a BCP 47 tag, in any case, as the table in step 9 of
/// https://html.spec.whatwg.org/#determining-the-character-encoding; nothing
/// for languages whose default is windows-1252.
std::optional<Encoding> LegacyDefaultOf(std::string_view language);

}  // namespace newsmill::charset
