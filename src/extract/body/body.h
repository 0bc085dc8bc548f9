// Finds the body of the article on an HTML page. Also decides whether the page
// is an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "choice.h"
#include "hints.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "outline.h"

namespace newsmill::extract::body {

struct Body {
  std::vector<std::string> paragraphs;
  // True if the page has more than `max_blocks` blocks. In this case, the other
  // members have no results.
  bool cut = false;
  // The element that contains most of the body.
  html::NodeId root = html::kNoNode;
  std::string method;       // "blocks" or "noscript"
  uint32_t words = 0;       // number of words in the paragraphs
  double confidence = 0.0;  // from 0 to 1, where 1 is certain
  model::Completeness completeness = model::Completeness::kFull;
  bool looks_like_article = false;
  std::string why_not;           // why the page is no article, or ""
  std::string headline_in_tree;  // text of the main h1, or ""
  // Text of the lead. "" if the page has no lead, or if the body contains the
  // lead.
  std::string standfirst;

  // `scores` and `choices` have one value for each block of the outline. A
  // score is in thousandths of log odds. A block with a score above 0 is
  // probably part of the body.
  Outline outline;
  std::vector<int32_t> scores;
  Choices choices;
};

/// Returns the body of the page. If the text that the page shows is not surely
/// an article, also reads hidden text, then the content of `noscript` and
/// `object` elements. Has no side effects. Takes time linear in the size of the
/// page.
Body ChooseBody(const html::Document& page, const BodyHints& hints,
                size_t max_blocks);

}  // namespace newsmill::extract::body
