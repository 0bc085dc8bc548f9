// A page as the body extraction sees it: the elements that hold text, and the
// text in blocks, as a browser would lay it out without style sheets.
//
//   elements  html ─ body ─ article ─ p ─ p ─ aside ─ …   in document order
//   blocks      one a run of text between two block boundaries; a block names
//               the innermost block-level element that it stands in
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/part_names.h"
#include "newsmill/html/document.h"
#include "text_block.h"

namespace newsmill::extract::body {

struct OutlineElement {
  html::NodeId node = html::kNoNode;
  uint32_t parent = 0;  // the first element is its own parent
  uint16_t depth = 0;
  html::Tag tag = html::Tag::kUnknown;
  bool hidden = false;       // or within a hidden one: no reader sees it
  bool aria_hidden = false;  // or within one
  uint32_t signature = 0;    // of tag and class: repeated ones look alike
  lexicon::PartSet names = 0;
  // Sums over the subtree.
  uint32_t words = 0;
  uint32_t link_words = 0;
  uint32_t prose_words = 0;  // in blocks that look like prose
  uint32_t blocks = 0;
  uint32_t prose_blocks = 0;
  uint32_t children = 0;  // element children that hold text
};

struct Outline {
  std::vector<OutlineElement> elements;
  std::vector<TextBlock> blocks;
  std::string text;  // of all blocks, white space collapsed
  bool cut = false;  // the page has more blocks than were asked for

  std::string_view TextOf(const TextBlock& block) const {
    return std::string_view(text).substr(block.text_begin, block.bytes());
  }
};

/// What a page holds for browsers without scripts: mostly requests to switch
/// them on and copies of images, seldom the article, and where someone forgot
/// the end tag, the page.
enum class Noscript : uint8_t { kSkip, kRead };

/// Linear in the page's size. Scripts, forms' controls and other things that
/// are no text are left out; everything else is in, hidden or not, up to
/// `max_blocks`.
Outline OutlineOf(const html::Document& page, size_t max_blocks,
                  Noscript noscript = Noscript::kSkip);

}  // namespace newsmill::extract::body
