// Finds the body of the article on an HTML page, and decides whether the page
// is an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "hints.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "outline.h"

namespace newsmill::extract::body {

struct Body {
  std::vector<std::string> paragraphs;
  // True if the page has more blocks than max_blocks. No other member is set
  // then.
  bool cut = false;
  // The element that contains most of the body.
  html::NodeId root = html::kNoNode;
  std::string method;       // "blocks", or "jsonld" …
  uint32_t words = 0;       // number of words in the paragraphs
  double confidence = 0.0;  // 0 to 1
  model::Completeness completeness = model::Completeness::kFull;
  bool looks_like_article = false;
  std::string why_not;           // a sentence; "" for an article
  std::string headline_in_tree;  // text of the h1 before the body
  // Text of the lead, or "" if the body contains the lead.
  std::string standfirst;

  // The outline of the page. `scores` has a score for each block of the
  // outline, in thousandths of log odds. A score above 0 means that the block
  // is probably part of the body. `chosen` states for each block whether it is
  // in the body.
  Outline outline;
  std::vector<int32_t> scores;
  std::vector<bool> chosen;
};

/// Returns the body of the page. First ignores the content of `noscript`
/// elements. Reads this content only if the rest of the page is not an article.
/// Has no side effects. Takes time linear in the size of the page.
Body ChooseBody(const html::Document& page, const BodyHints& hints,
                size_t max_blocks);

}  // namespace newsmill::extract::body
