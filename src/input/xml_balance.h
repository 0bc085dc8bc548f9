// Prepares XML that is not well-formed for a recovering parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::input {

struct BalancedXml {
  std::string text;
  bool ends_within_item = false;  // true: the document is cut off in an item
};

/// Returns `text`, the result of RepairedXml, without the errors in the list
/// below. libxml2 would lose or confuse items because of them.
/// - An end tag that ends no open element is removed. An element that its
///   parent's end tag or the next item ends gets an end tag.
/// - Values of attributes get quotes. Attributes without a value are removed.
/// - A CDATA section that contains other CDATA sections becomes one section. A
///   "]]>" outside of sections is removed.
/// - Comments, processing instructions and the doctype are removed. References
///   to entities that the doctype declares become text.
/// - If the document ends after a complete field of an item, the item gets an
///   end tag. Other elements that are open at the end stay open.
/// Reads no further if elements are nested deeper than `max_depth`.
BalancedXml Balanced(std::string_view text, int32_t max_depth);

}  // namespace newsmill::input
