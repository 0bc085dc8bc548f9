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

/// How to treat elements with text that is not markup. The standard's prescan
/// reads their text; a parser skips it.
enum class RawText { kRead, kSkip };

/// Applies
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// to all of `bytes`. The caller cuts the bytes to the limit.
Prescan PrescanHtml(std::string_view bytes, RawText raw_text);

}  // namespace newsmill::charset
