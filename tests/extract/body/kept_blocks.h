// A page whose blocks are all in the body at first. Tests of rules that remove
// blocks use it.
#pragma once

#include <string>
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

}  // namespace newsmill::extract::body
