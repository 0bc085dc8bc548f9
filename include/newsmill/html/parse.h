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
/// A page within the limits gets the tree of the standard.
/// Document::limits_met() returns the limits that were exceeded.
struct Limits {
  /// Parsing stops when the document has this number of nodes, or this number
  /// of attributes. The last token may add a few hundred more.
  uint32_t max_nodes = 1'000'000;
  uint32_t max_attributes = 1'000'000;
  /// The most attributes of one element. The parser drops the others. Must be
  /// at most 512.
  uint32_t max_attributes_per_element = 256;
  /// The greatest depth of open elements. A deeper element becomes a sibling of
  /// the element that should contain it. Must be at least 8.
  uint32_t max_depth = 512;
  /// The most formatting elements (b, a, font …) that the parser opens again
  /// after a misnested end tag. If a page has more, the parser forgets the
  /// oldest. Must be at least 8.
  uint32_t max_formatting = 256;
};

/// Returns the document of `input`: UTF-8 without a byte-order mark. Keeps
/// invalid bytes unchanged. Every input gives a document. Takes time linear in
/// the size of the input. `input` must outlive the document. Any thread may
/// call it.
Document Parse(std::string_view input, const Limits& limits = {});
/// Deleted, because a temporary string does not outlive the document.
template <std::same_as<std::string> String>
Document Parse(String&& input, const Limits& limits = {}) = delete;

}  // namespace newsmill::html
