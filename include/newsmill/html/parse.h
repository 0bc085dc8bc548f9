// Parses HTML as browsers do with scripting off:
// https://html.spec.whatwg.org/multipage/parsing.html
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Limits for hostile input; real pages stay far below them. They count work,
/// not time, so every worker cuts at the same place. A page within the limits
/// gets the tree of the standard. Document::limits_met() has the limits that
/// were exceeded.
struct Limits {
  /// Reading stops at this number of nodes, and at this number of attributes.
  /// The token that exceeds the limit may still add a few hundred.
  uint32_t max_nodes = 1'000'000;
  uint32_t max_attributes = 1'000'000;
  /// Further attributes of the element are dropped. At most 512.
  uint32_t max_attributes_per_element = 256;
  /// Depth of open elements. A deeper element becomes the sibling of the
  /// element that would contain it. At least 8.
  uint32_t max_depth = 512;
  /// Formatting elements (b, a, font …) that are opened again after a misnested
  /// end tag. Beyond the limit, the oldest are forgotten. At least 8.
  uint32_t max_formatting = 256;
};

/// Returns the document of `input`: UTF-8 without a byte-order mark. Invalid
/// bytes are kept unchanged. Every input gives a document. Takes time linear in
/// the size of the input. `input` must outlive the document. Any thread may
/// call it.
Document Parse(std::string_view input, const Limits& limits = {});
/// Deleted because a temporary does not outlive the document.
template <std::same_as<std::string> String>
Document Parse(String&& input, const Limits& limits = {}) = delete;

}  // namespace newsmill::html
