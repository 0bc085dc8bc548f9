// Defines the outline of a page: the input of body extraction. The outline
// contains the elements that have text, and the text in blocks. A block is the
// text between two boundaries of block-level elements such as p and div.
//
//   elements  html ─ body ─ article ─ p ─ p ─ aside ─ …   in document order
//   blocks    each with the index of its innermost block-level element
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
  uint32_t parent = 0;  // index; element 0 is its own parent
  uint16_t depth = 0;
  html::Tag tag = html::Tag::kUnknown;
  // True if this element or an outer element is hidden.
  bool hidden = false;
  bool aria_hidden = false;  // this or an outer element has aria-hidden
  // Hash of the tag and the class. Elements with the same hash usually look
  // alike.
  uint32_t signature = 0;
  lexicon::PartSet names = 0;
  // These counts include the descendants of the element.
  uint32_t words = 0;
  uint32_t link_words = 0;
  uint32_t prose_words = 0;  // in blocks that look like prose
  uint32_t blocks = 0;
  // The blocks inside the element are `blocks` blocks from this one on. This is
  // UINT32_MAX if the element has no block.
  uint32_t first_block = UINT32_MAX;
  uint32_t prose_blocks = 0;
  uint32_t children = 0;  // number of child elements with text
};

struct Outline {
  std::vector<OutlineElement> elements;
  std::vector<TextBlock> blocks;
  // The blocks that were left out, because the page hides them.
  std::vector<TextBlock> hidden_blocks;
  std::string text;  // texts of all blocks, also of hidden blocks
  bool cut = false;  // the page has more blocks than max_blocks

  /// Returns the index of the parent of the block's element.
  uint32_t ParentOf(const TextBlock& block) const {
    return elements[block.element].parent;
  }
  std::string_view TextOf(const TextBlock& block) const {
    return std::string_view(text).substr(block.text_begin, block.bytes());
  }
};

/// The text to read besides the text that browsers show.
struct Reading {
  // All hidden blocks.
  bool hidden = false;
  // The content of `noscript` and `object` elements. Browsers show it only if
  // scripts are off or the object cannot be shown. It is usually a copy of a
  // picture or a request to the reader. Sometimes it is the article. For
  // example, if the end tag is missing, the element contains the rest of the
  // page.
  bool fallbacks = false;
};

/// Returns the outline of the first `max_blocks` blocks of a page. Leaves out
/// scripts, form controls and other elements without readable text. Leaves out
/// hidden blocks (see hidden.h). Takes time linear in the size of the page.
Outline OutlineOf(const html::Document& page, size_t max_blocks,
                  Reading reading = {});

}  // namespace newsmill::extract::body
