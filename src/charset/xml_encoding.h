// Reads the encoding that an XML declaration names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the label in the declaration <?xml … encoding="label"?> at the start
/// of the bytes, or "" if there is none. Blanks may come before the
/// declaration. The declaration is at most 1,024 bytes long.
std::string_view XmlDeclaredLabel(std::string_view bytes);

/// Returns UTF-16LE or UTF-16BE if the bytes begin with the text "<?x" in this
/// encoding and have no byte-order mark.
std::optional<Encoding> Utf16OfXmlDeclaration(std::string_view bytes);

}  // namespace newsmill::charset
