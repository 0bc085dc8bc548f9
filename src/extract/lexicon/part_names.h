// Finds the parts of a page that the tags and the names of elements indicate.
// Names are the values of class, id, itemprop and role attributes. The rules
// follow the conventions of content management systems and newspapers. No rule
// is for a single host.
#pragma once

#include <cstdint>
#include <string_view>

#include "newsmill/html/names.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the parts that the value of a class, id, itemprop or role attribute
/// indicates. Splits the value into words at characters that are not letters,
/// and before capital letters in camelCase. Two adjacent words also count as
/// one word: "article-body" is also "articlebody". Such a pair of words can
/// only indicate parts of the body model.
PartSet PartsNamed(std::string_view value);

/// Returns the parts that an itemprop or RDFa property indicates:
/// "datePublished", "schema:author".
PartSet PartsOfProperty(std::string_view property);

/// Returns whether elements with this name contain text that readers of the
/// page do not see. This is text for screen readers ("sr-only"), or text that
/// appears only while the mouse pointer is on an element ("tooltip-text").
bool NamesOffscreen(std::string_view value);

/// Returns the parts that the tag of an element indicates.
PartSet PartsOf(html::Tag tag);

}  // namespace newsmill::extract::lexicon
