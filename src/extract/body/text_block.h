// Counts of a run of text between two block boundaries.
#pragma once

#include <cstdint>

#include "newsmill/html/names.h"

namespace newsmill::extract::body {

struct TextBlock {
  uint32_t element = 0;
  uint32_t text_begin = 0;  // offset in Outline::text
  uint32_t text_end = 0;
  html::Tag tag = html::Tag::kUnknown;  // innermost block-level element
  // Counts of the text.
  uint32_t words = 0;  // two wide characters count as one
  uint32_t link_words = 0;
  uint32_t links = 0;
  uint32_t digits = 0;
  uint32_t commas = 0;
  uint32_t sentence_ends = 0;
  uint32_t capitalised = 0;  // words that begin with an ASCII capital letter
  uint32_t lines = 0;        // single line breaks
  uint32_t strong_bytes = 0;
  uint32_t emphasis_bytes = 0;
  bool ends_sentence = false;
  bool starts_lower = false;
  bool wide = false;  // has a script without spaces between words, or Korean

  uint32_t bytes() const { return text_end - text_begin; }
};

/// Returns whether the block has enough words and only a few of them are links.
bool LooksLikeProse(const TextBlock& block);

}  // namespace newsmill::extract::body
