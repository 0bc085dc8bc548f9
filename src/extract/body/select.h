// Selects the blocks of the body: by their scores, then by rules.
#pragma once

#include <cstdint>
#include <vector>

#include "choice.h"
#include "facts.h"
#include "features.h"
#include "hints.h"
#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// A page, its blocks, and what is known about them. All parts must outlive
/// this view.
struct PageView {
  const html::Document& page;
  const Outline& outline;
  const PageFacts& facts;
  const std::vector<FeatureRow>& rows;  // one for each block
  const BodyHints& hints;
};

struct SelectedBlocks {
  Choices choices;    // one for each block
  uint32_t root = 0;  // index of the element that contains most of the body
};

/// Returns for each block whether the block is in the body, and the rule that
/// decided. The body has the blocks with a score above 0. Rules then remove
/// lines and parts that are not the text of the article, for example credits,
/// notices and other articles. `SelectBlocks` in select.cc lists all rules in
/// their order.
/// If no block remains, the body is the prose with the best scores. If these
/// scores are very low, the body is empty. Takes time linear in the size of the
/// page.
SelectedBlocks SelectBlocks(const PageView& view,
                            const std::vector<int32_t>& scores);

}  // namespace newsmill::extract::body
