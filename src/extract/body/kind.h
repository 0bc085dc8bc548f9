// Decides whether a page is an article, and whether the article is complete.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "choice.h"
#include "facts.h"
#include "features.h"
#include "hints.h"
#include "newsmill/model/article.h"
#include "outline.h"

namespace newsmill::extract::body {

/// For each block: its features, its score, and the decision about it.
struct Selection {
  const std::vector<FeatureRow>& rows;
  const std::vector<int32_t>& scores;
  const Choices& choices;
};

/// Returns the reason why the page is not an article, as a sentence. Returns ""
/// if the page is an article. `paragraphs` are the texts of the blocks in the
/// body.
std::string WhyNoArticle(const Outline& outline, const Selection& selection,
                         const BodyHints& hints,
                         const std::vector<std::string>& paragraphs);

/// Returns the first value that fits:
/// kLive if elements around the body have names of a live blog,
/// kStub if the body is short and a paywall box follows soon after the body,
/// kExcerpt if the body is short and ends with "…",
/// kFull in all other cases.
model::Completeness CompletenessOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const Selection& selection);

}  // namespace newsmill::extract::body
