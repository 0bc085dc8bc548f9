// https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
#pragma once

#include "newsmill/html/document.h"
#include "token.h"

namespace newsmill::html {

QuirksMode QuirksModeOf(const Token& doctype, const TextStore& text);

}  // namespace newsmill::html
