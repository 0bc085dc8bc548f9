// A tree on one line, for tests: p{class=lead}['It ' b['rained'] '.'] <!--x-->
#pragma once

#include <string>
#include <string_view>

#include "newsmill/html/parse.h"

namespace newsmill::html {

/// What stands inside `top`.
std::string Sketch(const Document& document, NodeId top);

/// The whole document's, and only what stands in its body.
std::string SketchOf(std::string_view input, const Limits& limits = {});
std::string BodyOf(std::string_view input, const Limits& limits = {});

}  // namespace newsmill::html
