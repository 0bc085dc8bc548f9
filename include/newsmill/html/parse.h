// Parses HTML as browsers do with scripting off:
// https://html.spec.whatwg.org/multipage/parsing.html
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Limits for hostile input; real pages stay far below them. The limits count
/// work and do not measure time, so every worker cuts a page at the same place.
/// A page within the limits gets the tree that the standard defines.
/// Document::limits_met() returns the limits that were exceeded.
struct Limits {
  /// Parsing stops when the document has this number of nodes, or this number
  /// of attributes. The last token may add a few hundred more nodes or
  /// attributes.
  uint32_t max_nodes = 1'000'000;
  uint32_t max_attributes = 1'000'000;
  /// The maximum number of attributes of one element. The parser drops further
  /// attributes. Must be at most 512.
  uint32_t max_attributes_per_element = 256;
  /// The maximum depth of open elements. A deeper element becomes a sibling of
  /// the element that should contain it. Must be at least 8.
  uint32_t max_depth = 512;
  /// The maximum number of formatting elements (b, a, font …) that the parser
  /// opens again after a misnested end tag. If there are more, the parser
  /// forgets the oldest elements. Must be at least 8.
  uint32_t max_formatting = 256;
};

/// Returns the document of `input`: UTF-8 without a byte-order mark. Keeps
/// invalid bytes unchanged. Returns a document for every input. Takes time
/// linear in the size of the input. `input` must outlive the document. Any
/// thread may call it.
Document Parse(std::string_view input, const Limits& limits = {});
/// Deleted, because a temporary string does not outlive the document.
template <std::same_as<std::string> String>
Document Parse(String&& input, const Limits& limits = {}) = delete;

}  // namespace newsmill::html
