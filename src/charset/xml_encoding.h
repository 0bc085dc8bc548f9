// The encoding that an XML declaration names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// The label in <?xml … encoding="label"?> at the start, which may follow
/// blanks, or "". The declaration is at most 1,024 bytes long.
std::string_view XmlDeclaredLabel(std::string_view bytes);

/// UTF-16 by the zero bytes of "<?x" without a byte-order mark.
std::optional<Encoding> Utf16OfXmlDeclaration(std::string_view bytes);

}  // namespace newsmill::charset
