// From scores to the blocks of the body: what no single block can tell.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "outline.h"

namespace newsmill::extract::body {

/// For each block, whether it is in the body: those with a score above 0, but
/// neither the title nor a byline at its start, nor a heading at its end. Where
/// no score is above 0, the likeliest prose that is not hopeless.
std::vector<bool> SelectBlocks(const Outline& outline,
                               const std::vector<FeatureRow>& rows,
                               const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
