// Removes from the text of a feed item what publishing systems add at its end:
// "The post Rain appeared first on Example Times.", "Read more", share links,
// lists of related articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "newsmill/extract/evidence.h"

namespace newsmill::extract::items {

/// The names of an item that its tail may repeat.
struct ItemNames {
  std::string_view title;
  std::string_view site;
};

struct ItemParagraph {
  std::string text;
  bool is_link = false;  // at least half of the words are in links
};

/// Removes the tail of a text of one paragraph. Returns whether the tail shows
/// that the text is cut: "[…]" or "Continue reading".
bool RemoveTail(const ItemNames& names, bool is_link, std::string& text);

/// Removes the tail of an item, and adds the removed texts to the evidence.
/// Keeps the first paragraph, even if the paragraph is only a tail. Returns
/// whether the tail, or an ellipsis at the end, shows that the text is cut.
bool RemoveTail(const ItemNames& names, std::vector<ItemParagraph>& paragraphs,
                Evidence& evidence);

}  // namespace newsmill::extract::items
