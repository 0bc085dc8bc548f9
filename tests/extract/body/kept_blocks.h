// A page whose blocks are all in the body at first. Tests of rules that remove
// blocks use it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/body/choice.h"
#include "extract/body/facts.h"
#include "extract/body/features.h"
#include "extract/body/outline.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {

struct ChosenPage : ParsedPage {
  explicit ChosenPage(std::string html, const std::string& title = "")
      : ParsedPage(std::move(html)), outline(OutlineOf(page, 1000)) {
    BodyHints hints;
    hints.title = title;
    facts = FactsOf(outline, hints);
    rows = FeaturesOf(outline, facts, hints);
    choices.assign(outline.blocks.size(), {true, ""});
  }

  /// Returns the texts of the blocks that are still in the body.
  std::vector<std::string> Kept() const {
    std::vector<std::string> texts;
    for (size_t i = 0; i < choices.size(); ++i) {
      if (!choices[i].chosen) continue;
      texts.emplace_back(outline.TextOf(outline.blocks[i]));
    }
    return texts;
  }

  Outline outline;
  PageFacts facts;
  std::vector<FeatureRow> rows;
  Choices choices;
};

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
  ChosenPage page("<div>" + html + "</div>");
  for (size_t i = 0; i < page.choices.size(); ++i) {
    const TextBlock& block = page.outline.blocks[i];
    const html::NodeId node = page.outline.elements[block.element].node;
    if (page.page.ValueOr(node, html::Attr::kClass) == "out") {
      page.choices[i].Drop("");
    }
  }
  drop(page.outline, page.choices);
  std::vector<std::string> left = page.Kept();
  for (std::string& text : left) {
    if (text.starts_with("The ferry sailed again")) text = "F";
  }
  return left;
}

}  // namespace newsmill::extract::body
