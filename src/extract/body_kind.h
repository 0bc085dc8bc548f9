// Is the page an article, and is all of it there?
#pragma once

#include <cstdint>
#include <vector>

#include "body.h"
#include "body_features.h"
#include "body_outline.h"

namespace newsmill::extract {

/// The body as it was chosen.
struct Selection {
  const std::vector<FeatureRow>& rows;
  const std::vector<int32_t>& scores;
  const std::vector<bool>& chosen;
};

/// Sets looks_like_article and why_not.
void JudgePage(const Outline& outline, const Selection& selection,
               const BodyHints& hints, Body& body);

/// kLive by the names of the elements around the body; kStub where a paywall
/// cuts it off; kExcerpt where it ends in an ellipsis.
model::Completeness CompletenessOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const Selection& selection);

}  // namespace newsmill::extract
