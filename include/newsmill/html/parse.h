// Parses HTML as browsers do with scripting off:
// https://html.spec.whatwg.org/multipage/parsing.html
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Limits for hostile input. Real pages are far below the limits. The limits
/// count nodes and attributes. They do not measure time, so every worker cuts a
/// page at the same position. For a page within the limits, Parse returns the
/// tree that the standard defines. Document::limits_met() returns the limits
/// that were exceeded.
struct Limits {
  /// The parser stops when the document has `max_nodes` nodes or
  /// `max_attributes` attributes. The last token may exceed the limit by a few
  /// hundred nodes or attributes.
  uint32_t max_nodes = 1'000'000;
  uint32_t max_attributes = 1'000'000;
  /// The maximum number of attributes of one element. The parser drops further
  /// attributes. Must be at most 512.
  uint32_t max_attributes_per_element = 256;
  /// The maximum depth of open elements. A deeper element becomes a sibling of
  /// the element that should contain it. Must be at least 8.
  uint32_t max_depth = 512;
  /// The maximum number of formatting elements (b, a, font …) that the parser
  /// opens again after a misnested end tag. If a page has more of these
  /// elements, the parser forgets the oldest of them. Must be at least 8.
  uint32_t max_formatting = 256;
};

/// Returns the document of `input`. `input` is UTF-8 without a byte-order mark.
/// Keeps invalid bytes unchanged. Every input gives a document. The document
/// has no shadow trees: a `template` element with the attribute
/// `shadowrootmode` becomes a `div` element, because browsers show its content.
/// Takes time linear in the size of the input. `input` must outlive the
/// document. Any thread may call Parse.
Document Parse(std::string_view input, const Limits& limits = {});
/// Deleted, because a temporary string does not outlive the document.
template <std::same_as<std::string> String>
Document Parse(String&& input, const Limits& limits = {}) = delete;

}  // namespace newsmill::html
