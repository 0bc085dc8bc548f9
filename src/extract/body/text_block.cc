#include "text_block.h"

namespace newsmill::extract::body {

bool LooksLikeProse(const TextBlock& block) {
  return block.words >= 12 && block.link_words * 3 <= block.words;
}

}  // namespace newsmill::extract::body
