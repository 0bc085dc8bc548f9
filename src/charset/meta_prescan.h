// What a page says of itself before it is parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

struct Prescan {
  std::optional<Encoding> encoding;  // of a <meta>
  std::string language;              // of <html lang>
};

/// The elements whose text is not markup: the standard's prescan does not know
/// them, a parser does.
enum class RawText { kRead, kSkip };

/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
/// over all of `bytes`: the caller cuts them.
Prescan PrescanHtml(std::string_view bytes, RawText raw_text);

}  // namespace newsmill::charset
