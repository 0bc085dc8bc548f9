// Finds the parts that the tags and the names of elements indicate. Names are
// the values of class, id, itemprop and role attributes. The rules follow the
// conventions of content management systems and newspapers. No rule is for a
// single host.
#pragma once

#include <cstdint>
#include <string_view>

#include "newsmill/html/names.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the parts that the value of a class, id, itemprop or role attribute
/// indicates. A word in the value ends before a character that is not a letter,
/// and before a capital letter in camelCase. Two adjacent words also count as
/// one word ("article-body" is also "articlebody"), but only for the parts of
/// the body model.
PartSet PartsNamed(std::string_view value);

/// Returns the parts that an itemprop or RDFa property indicates:
/// "datePublished", "schema:author".
PartSet PartsOfProperty(std::string_view property);

/// Returns whether elements with this name have text that a reader of the page
/// does not see: text for screen readers, or text that appears only while the
/// pointer is on an element.
bool NamesOffscreen(std::string_view value);

/// Returns the parts that the tag of an element indicates.
PartSet PartsOf(html::Tag tag);

}  // namespace newsmill::extract::lexicon
