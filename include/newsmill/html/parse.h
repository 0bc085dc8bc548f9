// HTML as browsers read it: https://html.spec.whatwg.org/multipage/parsing.html
// with scripting off.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/html/document.h"

namespace newsmill::html {

/// Bounds for hostile input; pages stay far below them. They count, they do
/// not measure time: every worker cuts at the same place. Below them the tree
/// is the standard's; Document::limits_met() says which one was met.
struct Limits {
  /// Reading stops when there are this many nodes, or attributes in all. The
  /// token that passes the limit may still add a few hundred.
  uint32_t max_nodes = 1'000'000;
  uint32_t max_attributes = 1'000'000;
  /// Later attributes of the element are dropped. At most 512.
  uint32_t max_attributes_per_element = 256;
  /// Open elements in each other; a deeper one becomes a sibling of the one it
  /// stands in. At least 8.
  uint32_t max_depth = 512;
  /// Formatting elements (b, a, font …) to open again after a misnested end;
  /// beyond it the oldest are forgotten. At least 8.
  uint32_t max_formatting = 256;
};

/// `input` is UTF-8 without a byte-order mark; bytes that are not valid pass
/// through unchanged. Any input gives a document. Takes time linear in the
/// input's size. `input` must outlive the document.
Document Parse(std::string_view input, const Limits& limits = {});
/// A temporary would not outlive it.
template <std::same_as<std::string> String>
Document Parse(String&& input, const Limits& limits = {}) = delete;

}  // namespace newsmill::html
