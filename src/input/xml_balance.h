// Prepares XML that is not well-formed for a recovering parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::input {

struct BalancedXml {
  std::string text;
  bool ends_within_item = false;   // true: the document is cut off in an item
  bool last_item_is_open = false;  // true: it is cut off between two fields
};

/// Returns `text`, the result of RepairedXml, without the errors in the list
/// below. libxml2 would lose or confuse items because of them.
/// - An end tag that ends no open element is removed. An element that ends
///   because its parent ends, or because the next item, field of a feed,
///   paragraph or list item begins, gets an end tag.
/// - If several feeds are in one document, they become one feed.
/// - A "<" without a ">" after it becomes text if no attribute is between.
/// - Values of attributes get quotes. Attributes without a value are removed,
///   and also all but the first of a name, and all after the first 256 of a
///   tag.
/// - A CDATA section that contains other CDATA sections becomes one section. A
///   "]]>" outside of sections is removed.
/// - Comments, processing instructions and the doctype are removed. References
///   to entities that the doctype declares become text.
/// - If the document is cut off, its open elements get end tags. If the end is
///   within a field of an item, the item is removed.
/// Reads no further if elements are nested deeper than `max_depth`.
BalancedXml Balanced(std::string_view text, int32_t max_depth);

}  // namespace newsmill::input
