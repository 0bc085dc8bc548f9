#include "text_block.h"

#include <algorithm>

namespace newsmill::extract::body {

uint32_t UnlinkedWords(const TextBlock& block) {
  return block.words - std::min(block.words, block.link_words);
}

bool LooksLikeProse(const TextBlock& block) {
  return block.words >= 12 && block.link_words * 3 <= block.words;
}

bool IsHeading(html::Tag tag) {
  using enum html::Tag;
  return tag == kH1 || tag == kH2 || tag == kH3 || tag == kH4 || tag == kH5 ||
         tag == kH6;
}

}  // namespace newsmill::extract::body
