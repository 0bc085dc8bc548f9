// Selects the blocks of the body by their scores and their order.
#pragma once

#include <cstdint>
#include <vector>

#include "choice.h"
#include "features.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Returns for each block whether the block is in the body, and the rule that
/// decided. The body has the blocks with a score above 0, and the `pre`
/// elements between these blocks. Lines that are not part of the article are
/// left out: the title, the byline and credits at the start, notices and labels
/// (notice_lines.h), rules for comments and headings at the end.
/// If no block remains, the body is the prose with the best scores. If these
/// scores are very low, the body is empty.
Choices SelectBlocks(const Outline& outline,
                     const std::vector<FeatureRow>& rows,
                     const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
