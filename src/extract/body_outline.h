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

#include "body_names.h"
#include "newsmill/html/document.h"

namespace newsmill::extract {

struct OutlineElement {
  html::NodeId node = html::kNoNode;
  uint32_t parent = 0;  // the first element is its own parent
  uint16_t depth = 0;
  html::Tag tag = html::Tag::kUnknown;
  bool hidden = false;       // or within a hidden one: no reader sees it
  bool aria_hidden = false;  // or within one
  uint32_t signature = 0;    // of tag and class: repeated ones look alike
  NameSet names = 0;
  // Sums over the subtree.
  uint32_t words = 0;
  uint32_t link_words = 0;
  uint32_t prose_words = 0;  // in blocks that look like prose
  uint32_t blocks = 0;
  uint32_t prose_blocks = 0;
  uint32_t children = 0;  // element children that hold text
};

struct TextBlock {
  uint32_t element = 0;
  uint32_t text_begin = 0;  // in Outline::text
  uint32_t text_end = 0;
  html::Tag tag = html::Tag::kUnknown;  // p, li, h2 …: what it is, else div
  // Of the text.
  uint32_t words = 0;  // two wide characters count one
  uint32_t link_words = 0;
  uint32_t links = 0;
  uint32_t digits = 0;
  uint32_t commas = 0;
  uint32_t sentence_ends = 0;
  uint32_t capitalised = 0;  // words that begin with an ASCII capital
  uint32_t lines = 0;        // single line breaks in it
  uint32_t strong_bytes = 0;
  uint32_t emphasis_bytes = 0;
  bool ends_sentence = false;
  bool starts_lower = false;
  bool wide = false;  // Chinese, Japanese, Korean, Thai

  uint32_t bytes() const { return text_end - text_begin; }
};

struct Outline {
  std::vector<OutlineElement> elements;
  std::vector<TextBlock> blocks;
  std::string text;  // of all blocks, white space collapsed

  std::string_view TextOf(const TextBlock& block) const {
    return std::string_view(text).substr(block.text_begin, block.bytes());
  }
};

/// What a page holds for browsers without scripts: mostly requests to switch
/// them on and copies of images, seldom the article, and where someone forgot
/// the end tag, the page.
enum class Noscript : uint8_t { kSkip, kRead };

/// A page of more is a table or a log; what follows is not read. It bounds the
/// memory for the features of blocks.
inline constexpr size_t kMaxPageBlocks = 8000;

/// Linear in the page's size. Scripts, forms' controls and other things that
/// are no text are left out; everything else is in, hidden or not.
Outline OutlineOf(const html::Document& page,
                  Noscript noscript = Noscript::kSkip,
                  size_t max_blocks = kMaxPageBlocks);

/// Enough words, few of them links.
bool LooksLikeProse(const TextBlock& block);

}  // namespace newsmill::extract
