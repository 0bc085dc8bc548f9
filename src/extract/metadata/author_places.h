// Where a page may name its authors.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Longer texts are no bylines.
inline constexpr size_t kMaxBylineText = 220;

/// True for the creator of a picture, and for who wrote a comment.
bool IsOfPicture(const html::Document& page, const Mark& mark);

/// The names in `<div itemprop="author"><span itemprop="name">`, with commas
/// between them; "" where the mark is no property or has none.
std::string NamesInProperty(const html::Document& page, const Mark& mark);

/// Cuts names where a text of the mark ends: "Jane Doe" and "View all" are two
/// elements.
void EndWithTexts(const html::Document& page, const Mark& mark,
                  std::vector<std::string>& names);

/// Drops what stands in a text of the mark that says only what the author does:
/// "Editor and Master Gardener".
void DropRoles(const html::Document& page, const Mark& mark,
               std::vector<std::string>& names);

/// The short lines between the headline and the first paragraph.
std::vector<std::string> LinesBelow(const html::Document& page,
                                    html::NodeId headline);

}  // namespace newsmill::extract::metadata
