// What the first scores of a page's blocks say of each of them: among others of
// the body a block is likely one of it, alone it is not.
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

/// Whether its context can still bring a block into the body.
bool IsOpen(int32_t score);

/// One row a block; those of blocks that are not open are empty. `scores` are
/// the first model's, in thousandths of log odds. Linear in the blocks.
std::vector<ContextRow> ContextsOf(const Outline& outline,
                                   const std::vector<FeatureRow>& rows,
                                   const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
