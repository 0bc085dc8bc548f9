// Writes a tree as the html5lib tests do, one line a node.
#pragma once

#include <string>

#include "newsmill/html/document.h"

namespace newsmill::html {

std::string DumpTree(const Document& document);

}  // namespace newsmill::html
