// Finds the encoding and the language that a page declares, before the page is
// parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

struct Prescan {
  std::optional<Encoding> encoding;  // from a <meta>
  std::string language;              // from <html lang>
};

/// How to treat the text of elements such as script and style. kRead: looks for
/// tags in this text, as the prescan of the standard does. kSkip: skips this
/// text, as a parser does.
enum class RawText { kRead, kSkip };

/// Returns the encoding and the language that the page in `bytes` declares.
/// Applies this algorithm to all of `bytes`:
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// The standard limits the number of bytes, so the caller must cut `bytes`.
Prescan PrescanHtml(std::string_view bytes, RawText raw_text);

}  // namespace newsmill::charset
