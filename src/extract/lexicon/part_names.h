// The parts that names on pages indicate (class, id, itemprop, role, and tags).
// They follow conventions of content management systems and newspapers; no rule
// is for a single host.
#pragma once

#include <cstdint>
#include <string_view>

#include "newsmill/html/names.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the parts that the words in the value of a class, id, itemprop or
/// role attribute indicate. A word ends at a character that is not a letter. In
/// camelCase, a capital letter begins a new word. Two adjacent words also count
/// as one word ("article-body" is "articlebody"), but only for the parts of the
/// model.
PartSet PartsNamed(std::string_view value);

/// Returns the parts of an itemprop or RDFa property: "datePublished",
/// "schema:author".
PartSet PartsOfProperty(std::string_view property);

/// Returns whether the name is for text that only screen readers read, or for
/// text that appears only when the pointer is on an element.
bool NamesOffscreen(std::string_view value);

/// Returns the parts that the tag of an element indicates.
PartSet PartsOf(html::Tag tag);

}  // namespace newsmill::extract::lexicon
