// Finds the places where a page may name its authors.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Maximum number of bytes of a byline.
inline constexpr size_t kMaxBylineText = 220;

/// Returns whether the marked element names the creator of a picture or video,
/// or the author of a reader's comment.
bool IsMediaOrCommentCreator(const html::Document& page, const Mark& mark);

/// Returns the names in an author property such as `<div
/// itemprop="author"><span itemprop="name">`, separated by commas. Returns ""
/// if the mark is not a property or contains no name.
std::string NamesInProperty(const html::Document& page, const Mark& mark);

/// Shortens each name that begins with the whole text of a text node in the
/// marked element and continues after that text. "Jane Doe View all" becomes
/// "Jane Doe" if "View all" is in another element.
void CutNamesAtTextEnds(const html::Document& page, const Mark& mark,
                        std::vector<std::string>& names);

/// Removes names that come from a text node which contains only roles: "Master
/// Gardener" from "Editor and Master Gardener".
void DropNamesInRoles(const html::Document& page, const Mark& mark,
                      std::vector<std::string>& names);

/// Returns the short lines between the headline and the first paragraph.
std::vector<std::string> LinesBelowHeadline(const html::Document& page,
                                            html::NodeId headline);

}  // namespace newsmill::extract::metadata
