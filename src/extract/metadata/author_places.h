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

/// Returns the names in a microdata property for authors, separated by commas:
/// "Jane Doe" for `<div itemprop="author"><span itemprop="name">Jane
/// Doe</span></div>`. Returns "" if the mark is not a property or contains no
/// name.
std::string NamesInProperty(const html::Document& page, const Mark& mark);

/// Removes text of other elements from the end of names. "Jane Doe View all"
/// becomes "Jane Doe" if "Jane Doe" is the whole text of a text node in the
/// marked element.
void CutNamesAtTextEnds(const html::Document& page, const Mark& mark,
                        std::vector<std::string>& names);

/// Removes names that are parts of roles. Removes "Master Gardener" if the text
/// of a text node is "Editor and Master Gardener", because this text contains
/// roles and no name of a person.
void DropNamesInRoles(const html::Document& page, const Mark& mark,
                      std::vector<std::string>& names);

/// Returns the lines after the headline. Stops before the first line that is
/// too long for a byline.
std::vector<std::string> LinesBelowHeadline(const html::Document& page,
                                            html::NodeId headline);

}  // namespace newsmill::extract::metadata
