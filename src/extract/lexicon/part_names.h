// What the names that pages give to their parts (class, id, itemprop, role,
// and the elements themselves) say about them, by naming conventions of content
// management systems and newspapers, never by host.
#pragma once

#include <cstdint>
#include <string_view>

#include "newsmill/html/names.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the parts that the words in the value of a class, id, itemprop or
/// role attribute name. Words end at what is no letter and where camelCase
/// turns. Two words that stand together count as one word for the model's
/// parts ("article-body" is "articlebody"), not for the narrower ones.
PartSet PartsNamed(std::string_view value);

/// Returns the parts of an itemprop or RDFa property: "datePublished",
/// "schema:author".
PartSet PartsOfProperty(std::string_view property);

/// Returns true for names of text that only screen readers read out, or that
/// shows when a reader points at it.
bool NamesOffscreen(std::string_view value);

/// Returns what an element says by itself.
PartSet PartsOf(html::Tag tag);

}  // namespace newsmill::extract::lexicon
