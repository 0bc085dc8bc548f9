// Reads the encoding and the language that a page declares, before parsing.
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

/// How to treat elements such as script, whose text is not markup. kRead: looks
/// for tags in their text, as the standard's prescan does. kSkip: skips their
/// text, as a parser does.
enum class RawText { kRead, kSkip };

/// Applies
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// to all of `bytes`. The caller passes only the bytes that may be read.
Prescan PrescanHtml(std::string_view bytes, RawText raw_text);

}  // namespace newsmill::charset
