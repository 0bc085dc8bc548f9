// Defines a block: the text between two boundaries of block-level elements such
// as p and div. A block has counts of its words, links and other properties.
#pragma once

#include <cstdint>

#include "newsmill/html/names.h"

namespace newsmill::extract::body {

struct TextBlock {
  uint32_t element = 0;
  uint32_t text_begin = 0;  // offset in Outline::text
  uint32_t text_end = 0;
  html::Tag tag = html::Tag::kUnknown;  // of the innermost block-level element
  // These counts describe the text of the block.
  uint32_t words = 0;  // two wide characters count as one
  uint32_t link_words = 0;
  uint32_t links = 0;
  uint32_t digits = 0;
  uint32_t commas = 0;
  uint32_t sentence_ends = 0;
  uint32_t capitalised = 0;  // words that begin with an ASCII capital letter
  uint32_t lines = 0;        // number of line breaks (br)
  uint32_t strong_bytes = 0;
  uint32_t emphasis_bytes = 0;
  bool ends_sentence = false;
  bool starts_lower = false;
  bool wide = false;  // Korean, or a script without spaces between words

  uint32_t bytes() const { return text_end - text_begin; }
};

/// Returns the number of words that are not in links.
uint32_t UnlinkedWords(const TextBlock& block);

/// Returns whether the block looks like prose: it has at least 12 words, and at
/// most a third of these words are in links.
bool LooksLikeProse(const TextBlock& block);

/// Returns whether the tag is h1, h2, h3, h4, h5 or h6.
bool IsHeading(html::Tag tag);

}  // namespace newsmill::extract::body
