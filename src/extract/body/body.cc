#include "body.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "credit_lines.h"
#include "features.h"
#include "glued_label.h"
#include "kind.h"
#include "model.h"
#include "newsmill/base/ascii.h"
#include "outline.h"
#include "select.h"

namespace newsmill::extract::body {
namespace {

/// Returns the confidence in the selection of the body, from 0.5 to 1. The
/// confidence is high if all scores are far from 0. Returns 0 if all blocks are
/// clearly boilerplate.
double ConfidenceOf(const Selection& selection) {
  constexpr int32_t kSure = 2000;
  int64_t sum = 0;
  int64_t blocks = 0;
  for (size_t i = 0; i < selection.scores.size(); ++i) {
    const int32_t score = selection.scores[i];
    if (!selection.choices[i].chosen && score < -kSure) continue;
    sum += selection.choices[i].chosen ? std::clamp(score, 0, kSure)
                                       : std::min(std::abs(score), kSure);
    ++blocks;
  }
  if (blocks == 0) return 0.0;
  return 0.5 +
         0.5 * static_cast<double>(sum) / static_cast<double>(blocks * kSure);
}

/// Returns the lead, or "" if the page has no lead. The lead is a block between
/// the title and the body. Its element has a name such as "standfirst", or its
/// text is the description of the page.
std::string StandfirstOf(const Outline& outline, const PageFacts& facts,
                         const Selection& selection) {
  constexpr int16_t kSame = 90;
  constexpr uint32_t kFewWords = 5;
  if (facts.title_block == UINT32_MAX) return "";
  for (size_t i = facts.title_block + 1; i < selection.choices.size(); ++i) {
    if (selection.choices[i].chosen) break;
    const TextBlock& block = outline.blocks[i];
    const FeatureRow& row = selection.rows[i];
    if (block.words < kFewWords || row.At(Feature::kHidden) != 0) continue;
    if (row.DistanceTo(lexicon::Part::kStandfirst) <= 1 ||
        row.At(Feature::kIsDescription) >= kSame) {
      return std::string(outline.TextOf(block));
    }
  }
  return "";
}

std::string HeadlineOf(const Outline& outline, const PageFacts& facts) {
  if (facts.title_block == UINT32_MAX) return "";
  const TextBlock& block = outline.blocks[facts.title_block];
  return block.tag == html::Tag::kH1 ? std::string(outline.TextOf(block)) : "";
}

/// Returns the texts of the chosen blocks. At the start of the first two texts,
/// leaves out a label that no blank separates from the text. If several texts
/// have a label, leaves out only credits: the labels are then the times of a
/// timeline or the names of speakers.
std::vector<std::string> ParagraphsOf(const html::Document& page,
                                      const Outline& outline,
                                      const Choices& choices) {
  constexpr size_t kMayHaveLabel = 2;
  constexpr size_t kLookedAt = 8;
  std::vector<std::string> paragraphs;
  std::vector<size_t> label_bytes;
  for (const size_t i : ChosenBlocks(choices)) {
    const TextBlock& block = outline.blocks[i];
    const std::string_view text = outline.TextOf(block);
    if (paragraphs.size() < kLookedAt) {
      label_bytes.push_back(
          GluedLabelBytes(page, outline.elements[block.element].node, text));
    }
    paragraphs.emplace_back(text);
  }
  const bool has_many = std::ranges::count_if(label_bytes, [](size_t bytes) {
                          return bytes > 0;
                        }) > 1;
  for (size_t i = 0; i < std::min(kMayHaveLabel, paragraphs.size()); ++i) {
    const std::string label = paragraphs[i].substr(0, label_bytes[i]);
    if (!has_many || IsCreditLine(Trim(label, " |-"))) {
      paragraphs[i].erase(0, label_bytes[i]);
    }
  }
  return paragraphs;
}

Body BodyOf(const html::Document& page, Outline outline,
            const BodyHints& hints) {
  Body body;
  body.method = "blocks";
  body.cut = outline.cut;
  if (body.cut) return body;
  if (outline.blocks.empty()) {
    body.why_not = "The page shows no text.";
    return body;
  }
  const PageFacts facts = FactsOf(outline, hints);
  const std::vector<FeatureRow> rows = FeaturesOf(outline, facts, hints);
  body.scores = ScoresOf(outline, rows);
  auto [choices, root] =
      SelectBlocks({page, outline, facts, rows, hints}, body.scores);
  body.choices = std::move(choices);
  body.paragraphs = ParagraphsOf(page, outline, body.choices);
  for (const size_t i : ChosenBlocks(body.choices)) {
    body.words += outline.blocks[i].words;
  }
  const Selection selection = {rows, body.scores, body.choices};
  body.root = outline.elements[root].node;
  body.confidence = ConfidenceOf(selection);
  body.headline_in_tree = HeadlineOf(outline, facts);
  body.standfirst = StandfirstOf(outline, facts, selection);
  body.completeness = CompletenessOf(outline, facts, selection);
  body.why_not = WhyNoArticle(outline, selection, hints, body.paragraphs);
  body.looks_like_article = body.why_not.empty();
  body.outline = std::move(outline);
  return body;
}

bool IsSure(const Body& body) {
  constexpr double kSure = 0.9;
  return body.looks_like_article && body.confidence >= kSure;
}

bool IsBetter(const Body& a, const Body& b) {
  return a.looks_like_article &&
         (!b.looks_like_article || a.confidence > b.confidence);
}

bool HasFallback(const html::Document& page) {
  return page.html() != html::kNoNode &&
         std::ranges::any_of(
             std::array{html::Tag::kNoscript, html::Tag::kObject},
             [&](html::Tag tag) {
               return page.FirstDescendant(page.html(), tag) != html::kNoNode;
             });
}

}  // namespace

Body ChooseBody(const html::Document& page, const BodyHints& hints,
                size_t max_blocks) {
  const auto read = [&](Reading reading) {
    return BodyOf(page, OutlineOf(page, max_blocks, reading), hints);
  };
  Body body = read({});
  if (body.cut) return body;
  if (!IsSure(body) &&
      std::ranges::any_of(body.outline.hidden_blocks, LooksLikeProse)) {
    Body other = read({.hidden = true});
    if (IsBetter(other, body)) return other;
  }
  if (!body.looks_like_article && HasFallback(page)) {
    Body other = read({.fallbacks = true});
    other.method = "noscript";
    if (other.cut || other.looks_like_article) return other;
  }
  return body;
}

}  // namespace newsmill::extract::body
