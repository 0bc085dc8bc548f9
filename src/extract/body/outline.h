// The view of a page for body extraction: the elements that have text, and the
// text in blocks, as a browser lays it out without style sheets.
//
//   elements  html ─ body ─ article ─ p ─ p ─ aside ─ …   in document order
//   blocks      each a run of text between two block boundaries, with the
//               number of its innermost block-level element
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
  // This element or an outer element is hidden, so readers do not see it.
  bool hidden = false;
  bool aria_hidden = false;  // this or an outer element has aria-hidden
  // Hash of the tag and the class. Elements that look alike have the same hash.
  uint32_t signature = 0;
  lexicon::PartSet names = 0;
  // Sums over the element and all its descendants.
  uint32_t words = 0;
  uint32_t link_words = 0;
  uint32_t prose_words = 0;  // in blocks that look like prose
  uint32_t blocks = 0;
  uint32_t prose_blocks = 0;
  uint32_t children = 0;  // number of child elements with text
};

struct Outline {
  std::vector<OutlineElement> elements;
  std::vector<TextBlock> blocks;
  std::string text;  // text of all blocks, with single spaces
  bool cut = false;  // the page has more blocks than max_blocks

  std::string_view TextOf(const TextBlock& block) const {
    return std::string_view(text).substr(block.text_begin, block.bytes());
  }
};

/// Whether to read the content of `noscript` elements. This content is usually
/// a copy of a picture or a request to switch scripts on, and rarely the
/// article. If the end tag of `noscript` is missing, the rest of the page is
/// its content.
enum class Noscript : uint8_t { kSkip, kRead };

/// Returns the outline of the first `max_blocks` blocks of a page. Leaves out
/// scripts, form controls and other elements without readable text. Keeps
/// blocks that are hidden. Takes time linear in the size of the page.
Outline OutlineOf(const html::Document& page, size_t max_blocks,
                  Noscript noscript = Noscript::kSkip);

}  // namespace newsmill::extract::body
