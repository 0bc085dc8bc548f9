// A run of text between two block boundaries, in numbers.
#pragma once

#include <cstdint>

#include "newsmill/html/names.h"

namespace newsmill::extract::body {

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

/// Enough words, few of them links.
bool LooksLikeProse(const TextBlock& block);

}  // namespace newsmill::extract::body
