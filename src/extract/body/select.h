// Selects the blocks of the body by their scores and order.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Returns for each block whether it is in the body. The body has the blocks
/// with a score above 0 and the `pre` elements between them, without the title
/// and byline at the start and headings at the end. If no score is above 0, the
/// body is the most probable prose, unless its score is very low.
std::vector<bool> SelectBlocks(const Outline& outline,
                               const std::vector<FeatureRow>& rows,
                               const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
