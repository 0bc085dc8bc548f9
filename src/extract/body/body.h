// The body of an article on an HTML page: its paragraphs, and whether the page
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
  // True: the page has more blocks than max_blocks, and nothing else is set.
  bool cut = false;
  html::NodeId root = html::kNoNode;  // has most of the body
  std::string method;                 // "blocks", or "jsonld" …
  uint32_t words = 0;                 // number of words in the paragraphs
  double confidence = 0.0;            // 0 to 1
  model::Completeness completeness = model::Completeness::kFull;
  bool looks_like_article = false;
  std::string why_not;           // a sentence; "" for an article
  std::string headline_in_tree;  // the h1 before the body
  std::string standfirst;        // the lead, if it is not in the body

  // The outline, and a score for each of its blocks, in thousandths of log
  // odds. The score is above 0 if the block is probably part of the body.
  Outline outline;
  std::vector<int32_t> scores;
  std::vector<bool> chosen;
};

/// Returns the body of the page. Reads the content of `noscript` only if the
/// page without it is not an article. Pure. Takes time linear in the size of
/// the page.
Body ChooseBody(const html::Document& page, const BodyHints& hints,
                size_t max_blocks);

}  // namespace newsmill::extract::body
