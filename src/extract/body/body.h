// The body of an article on an HTML page: its paragraphs, and whether the page
// is an article at all.
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
  bool cut = false;  // more blocks than were asked for; nothing else is set
  html::NodeId root = html::kNoNode;  // the element that holds most of it
  std::string method;                 // "blocks", or "jsonld" …
  double confidence = 0.0;            // 0 to 1
  model::Completeness completeness = model::Completeness::kFull;
  bool looks_like_article = false;
  std::string why_not;           // a sentence, when it does not
  std::string headline_in_tree;  // the h1 that stands before the body
  std::string standfirst;        // the lead that stands apart from the body

  // What it was chosen from: a score in thousandths of log odds for each block
  // of the outline, above 0 when it looks like one of the body.
  Outline outline;
  std::vector<int32_t> scores;
  std::vector<bool> chosen;
};

/// Reads the page's blocks and chooses those of the article. Pure; linear in
/// the page's size. What a page holds for browsers without scripts is looked at
/// where the rest is no article.
Body ChooseBody(const html::Document& page, const BodyHints& hints,
                size_t max_blocks);

}  // namespace newsmill::extract::body
