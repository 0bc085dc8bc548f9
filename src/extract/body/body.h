// The body of an article on an HTML page: its paragraphs, and whether the page
// is an article at all.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hints.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"

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
};

/// Candidates, for `explain`: sentences in the order of the page.
struct BodyTrace {
  struct Line {
    html::NodeId node = html::kNoNode;
    int32_t score = 0;  // above 0: in the body
    bool chosen = false;
    std::string text;
  };
  std::vector<Line> blocks;
};

/// Pure; linear in the page's size. `trace` may be null.
Body ExtractBody(const html::Document& page, const BodyHints& hints,
                 size_t max_blocks, BodyTrace* trace);

}  // namespace newsmill::extract::body
