// Computes the context features of each block for the body model. The model
// first scores each block without context. The context features of a block
// describe these first scores in the blocks around it. A block between blocks
// of the body is probably part of the body. An isolated block is probably
// boilerplate.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "features.h"
#include "outline.h"

namespace newsmill::extract::body {

// clang-format off
#define NEWSMILL_BODY_CONTEXT(X) \
  X(kScore) X(kPreviousScore) X(kNextScore) X(kNearScore) X(kAroundScore) \
  X(kSiblingScore) X(kSiblingBlocks) X(kLookScore) X(kLookBlocks) \
  X(kParentChosen) X(kGrandChosen) X(kPercentBefore) X(kWordsBefore) \
  X(kWordsAfter) X(kPageWords) X(kPageScore) X(kOwnHeadingLevel) X(kOwnWords) \
  X(kOwnLinkPercent) X(kOwnEndsSentence)
// clang-format on

enum class Context : uint8_t {
#define NEWSMILL_ENUMERATOR(name) name,
  NEWSMILL_BODY_CONTEXT(NEWSMILL_ENUMERATOR)
#undef NEWSMILL_ENUMERATOR
      kCount
};
inline constexpr std::string_view kContextNames =
#define NEWSMILL_NAME(name) #name " "
    NEWSMILL_BODY_CONTEXT(NEWSMILL_NAME);
#undef NEWSMILL_NAME

inline constexpr size_t kContextCount = static_cast<size_t>(Context::kCount);

using ContextRow = std::array<int16_t, kContextCount>;

/// Returns whether the context may still change the decision on a block with
/// this first score. Such a block is called open.
bool IsOpen(int32_t score);

/// Returns one row of context features for each block. A block that is not open
/// has a row of zeros. `scores` has the first score of each block, in
/// thousandths of log odds. Takes time linear in the number of blocks.
std::vector<ContextRow> ContextsOf(const Outline& outline,
                                   const std::vector<FeatureRow>& rows,
                                   const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
