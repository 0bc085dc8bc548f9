// Writes a tree on one line: p{class=lead}['It ' b['rained'] '.'] <!--x-->
#pragma once

#include <string>
#include <string_view>

#include "newsmill/html/parse.h"

namespace newsmill::html {

/// Returns the content of `top`.
std::string Sketch(const Document& document, NodeId top);

/// Returns the whole document, or the content of its body.
std::string SketchOf(std::string_view input, const Limits& limits = {});
std::string BodyOf(std::string_view input, const Limits& limits = {});

}  // namespace newsmill::html
