// The visible text of an HTML page, by one pass over its tags.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract {

struct HtmlText {
  std::string title;  // og:title, else <title>, else the first <h1>
  std::string text;   // one line a block element
};

/// Linear in the page's size. Script, style and the like are skipped, and so
/// are nav, footer, aside and form with what is in them.
HtmlText HtmlTextOf(std::string_view html);

}  // namespace newsmill::extract
