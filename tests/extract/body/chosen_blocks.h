// A page whose blocks are all in the body, for tests of the rules that remove
// blocks.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "extract/body/choice.h"
#include "extract/body/outline.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {

/// A paragraph of prose about a ferry.
inline constexpr std::string_view kFerry =
    "<p>The ferry sailed again on Monday, three weeks after the storm had "
    "closed the harbour, and those who live on the island were glad of it.</p>";

/// Returns the texts of the blocks that `drop` leaves in the body. The prose of
/// kFerry is "F". At the start, all visible blocks are in the body, but the
/// blocks whose class is "out" are not.
inline std::vector<std::string> Left(
    const std::string& html,
    const std::function<void(const Outline&, Choices&)>& drop) {
  const ParsedPage parsed("<div>" + html + "</div>");
  const Outline outline = OutlineOf(parsed.page, 1000);
  Choices choices;
  for (const TextBlock& block : outline.blocks) {
    const html::NodeId node = outline.elements[block.element].node;
    choices.push_back(
        {parsed.page.ValueOr(node, html::Attr::kClass) != "out", {}});
  }
  drop(outline, choices);
  std::vector<std::string> left;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].chosen) continue;
    const std::string text(outline.TextOf(outline.blocks[i]));
    left.push_back(text.starts_with("The ferry sailed again") ? "F" : text);
  }
  return left;
}

}  // namespace newsmill::extract::body
