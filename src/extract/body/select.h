// Selects the blocks of a page that are the body, by their scores and order.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Returns for each block whether the block is in the body. The body has the
/// blocks with a score above 0 and the `pre` elements between them. It does not
/// have the title and byline at the start, or headings at the end. If no score
/// is above 0, the body is the most probable prose, unless its score is very
/// low.
std::vector<bool> SelectBlocks(const Outline& outline,
                               const std::vector<FeatureRow>& rows,
                               const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
