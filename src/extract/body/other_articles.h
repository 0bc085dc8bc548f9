// Finds further articles on a page. Some sites add the next articles below the
// article while the reader scrolls, or show the latest articles above it.
#pragma once

#include <cstdint>
#include <vector>

#include "choice.h"
#include "facts.h"
#include "features.h"
#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes all further articles from the body. The wanted article is the
/// article below the title of the page. A further article has a headline (h1 or
/// h2) with a byline, a date or an address of its own, and its element looks
/// like the element of the wanted article. Entries of a live blog and parts of
/// an article stay, because their elements look different. Returns the index of
/// the element that contains most of the body: `facts.best`, or the element of
/// the wanted article if `facts.best` is a part of a further article. Takes
/// time linear in the number of blocks and elements.
uint32_t DropOtherArticles(const html::Document& page, const Outline& outline,
                           const PageFacts& facts,
                           const std::vector<FeatureRow>& rows,
                           Choices& choices);

}  // namespace newsmill::extract::body
