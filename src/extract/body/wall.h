// Recognises pages that show a wall or an error in place of an article. A wall
// asks the reader for something: consent, other browser settings, a login. The
// decision depends on the requests on the page, not on its topic. These
// functions take time linear in the size of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hints.h"

namespace newsmill::extract::body {

/// Returns whether requests to the reader are most of the text. Metadata of an
/// article weigh against a wall. `paragraphs` are the texts of the body.
bool IsWall(const std::vector<std::string>& paragraphs, const BodyHints& hints);

/// Returns whether the page has the title of an error page, such as "404 Not
/// Found", and little text except statements about the error. Also returns true
/// if the page has nothing but such statements. "404 Not Found: the new album"
/// is the title of an article, unless the text reads like a wall.
bool IsErrorPage(const std::vector<std::string>& paragraphs,
                 const BodyHints& hints);

/// Returns whether the title is the title of a list of search results.
bool IsListTitle(std::string_view title);

}  // namespace newsmill::extract::body
