// Decides whether the page is an article, and whether the article is complete.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts.h"
#include "features.h"
#include "hints.h"
#include "newsmill/model/article.h"
#include "outline.h"

namespace newsmill::extract::body {

/// The features and the score of each block, and whether the block is in the
/// body.
struct Selection {
  const std::vector<FeatureRow>& rows;
  const std::vector<int32_t>& scores;
  const std::vector<bool>& chosen;
};

/// Returns a sentence that states why the page is not an article. Returns "" if
/// the page is an article. `paragraphs` are the texts of the blocks in the
/// body.
std::string WhyNoArticle(const Outline& outline, const Selection& selection,
                         const BodyHints& hints,
                         const std::vector<std::string>& paragraphs);

/// Returns kLive if the names of the elements around the body show that the
/// page is a live blog. Otherwise returns kStub if a paywall cuts the body off,
/// kExcerpt if the body ends in an ellipsis, and kFull in all other cases.
model::Completeness CompletenessOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const Selection& selection);

}  // namespace newsmill::extract::body
