// Texts that are no articles: what programs write for programs.
#pragma once

#include <string>
#include <vector>

#include "extract/text/blocks.h"

namespace newsmill::extract::plain {

/// Returns what a text is, "a log": a web archive, HTTP headers, a log, source
/// code, rows of a table, encoded data; "" for anything else. `lines` are those
/// of the text, before hard wraps are joined. Linear in their size.
std::string DumpKind(const std::vector<text::Block>& lines);

}  // namespace newsmill::extract::plain
