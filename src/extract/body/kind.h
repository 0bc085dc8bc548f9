// Is the page an article, and is all of it there?
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

/// The body as it was chosen.
struct Selection {
  const std::vector<FeatureRow>& rows;
  const std::vector<int32_t>& scores;
  const std::vector<bool>& chosen;
};

/// Returns a sentence that says why the page is no article, or "" for one that
/// is. `paragraphs` are the texts of the chosen blocks.
std::string WhyNoArticle(const Outline& outline, const Selection& selection,
                         const BodyHints& hints,
                         const std::vector<std::string>& paragraphs);

/// kLive by the names of the elements around the body; kStub where a paywall
/// cuts it off; kExcerpt where it ends in an ellipsis.
model::Completeness CompletenessOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const Selection& selection);

}  // namespace newsmill::extract::body
