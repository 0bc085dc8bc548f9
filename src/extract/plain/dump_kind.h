// Recognizes texts that programs write, such as logs and source code.
#pragma once

#include <string>
#include <vector>

#include "extract/text/blocks.h"

namespace newsmill::extract::plain {

/// Returns the kind of a text that is not prose, such as "a log" or "source
/// code". Returns "" for other texts. `blocks` are the lines of the text.
/// WithoutHardWraps must not have joined these lines. Takes time linear in the
/// size of the text.
std::string DumpKind(const std::vector<text::Block>& blocks);

}  // namespace newsmill::extract::plain
