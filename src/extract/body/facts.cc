#include "facts.h"

#include <algorithm>

#include "match.h"

namespace newsmill::extract::body {
namespace {

constexpr lexicon::PartSet kAside =
    SetOf(lexicon::Part::kSidebar) | SetOf(lexicon::Part::kRelated) |
    SetOf(lexicon::Part::kTeaser) | SetOf(lexicon::Part::kBio) |
    SetOf(lexicon::Part::kAsideElement) | SetOf(lexicon::Part::kNote);
constexpr lexicon::PartSet kOutside =
    SetOf(lexicon::Part::kComment) | SetOf(lexicon::Part::kNav) |
    SetOf(lexicon::Part::kFooter) | SetOf(lexicon::Part::kLegal) |
    SetOf(lexicon::Part::kOverlay) | SetOf(lexicon::Part::kNewsletter);
constexpr lexicon::PartSet kStrong = SetOf(lexicon::Part::kBody);

/// Returns the weight of each block. A high weight means that the element of
/// the block probably contains the article. The weight of a block of prose is
/// its number of words, up to a limit. Other blocks have the weight 0. A block
/// gets more weight if it comes after the title, if it begins like the
/// description, or if its text is in the `articleBody` of JSON-LD.
std::vector<float> BlockWeights(const Outline& outline, const BodyHints& hints,
                                uint32_t title_block) {
  constexpr uint32_t kMaxWords = 120;
  constexpr size_t kDescriptionBytes = 40;
  std::string description = MatchKey(hints.description.substr(0, 400));
  description.resize(std::min(description.size(), kDescriptionBytes));
  const PieceIndex article_body(hints.article_body);
  std::vector<float> weights(outline.blocks.size(), 0.0F);
  float bonus = 1.0F;
  for (uint32_t i = 0; i < weights.size(); ++i) {
    const TextBlock& block = outline.blocks[i];
    const bool after = title_block == UINT32_MAX || i > title_block;
    if (!LooksLikeProse(block) || outline.elements[block.element].hidden) {
      continue;
    }
    auto weight = static_cast<float>(std::min(block.words, kMaxWords));
    if (!after) weight *= 0.7F;
    if (after && title_block != UINT32_MAX) {
      weight *= 1.0F + bonus;
      bonus *= 0.8F;
    }
    if (description.size() == kDescriptionBytes || !article_body.empty()) {
      // Only the comparison with the article body needs the whole text.
      std::string_view text = outline.TextOf(block);
      if (article_body.empty()) text = text.substr(0, 4 * kDescriptionBytes);
      const std::string key = MatchKey(text);
      if (!description.empty() && key.starts_with(description)) weight *= 2.0F;
      if (article_body.PercentIn(key) >= 80) weight *= 3.0F;
    }
    weights[i] = weight;
  }
  return weights;
}

/// Returns a score for each element. Each block adds its whole weight to its
/// own element, and a smaller part of the weight to each outer element. If an
/// element has only one block, the parent counts as the own element of the
/// block.
std::vector<float> ElementScores(const Outline& outline,
                                 const std::vector<float>& weights) {
  constexpr int kLevels = 4;
  std::vector<float> scores(outline.elements.size(), 0.0F);
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0.0F) continue;
    uint32_t number = outline.blocks[i].element;
    if (outline.elements[number].blocks == 1 && number != 0) {
      number = outline.elements[number].parent;
    }
    float share = weights[i];
    for (int level = 0; level < kLevels; ++level) {
      scores[number] += share;
      share *= 0.6F;
      if (number == 0) break;
      number = outline.elements[number].parent;
    }
  }
  return scores;
}

uint32_t BestElement(const Outline& outline,
                     const std::vector<float>& weights) {
  const std::vector<float> scores = ElementScores(outline, weights);
  std::vector<float> belief(scores.size(), 1.0F);
  uint32_t best = 0;
  float best_score = 0.0F;
  for (uint32_t i = 0; i < scores.size(); ++i) {
    const OutlineElement& element = outline.elements[i];
    if (i > 0) belief[i] = belief[element.parent];
    if ((element.names & kStrong) == 0) {
      if ((element.names & kAside) != 0) belief[i] *= 0.5F;
      if ((element.names & kOutside) != 0) belief[i] *= 0.2F;
    }
    float score = scores[i] * belief[i];
    if ((element.names & kStrong) != 0) score *= 1.3F;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

/// Returns `best`, or an outer element with much more prose and few links. The
/// outer element is needed if the sections of an article are in different
/// elements.
uint32_t WideElement(const Outline& outline, uint32_t best) {
  constexpr float kWiderProseFactor = 1.25F;
  uint32_t wide = best;
  auto prose = static_cast<float>(outline.elements[best].prose_words);
  for (uint32_t i = best; i != 0;) {
    i = outline.elements[i].parent;
    const OutlineElement& element = outline.elements[i];
    if (element.link_words * 3 > element.words) break;
    if (static_cast<float>(element.prose_words) < prose * kWiderProseFactor)
      continue;
    wide = i;
    prose = static_cast<float>(element.prose_words);
  }
  return wide;
}

/// Returns the index of the block that is most similar to the title. An h1 is
/// preferred to other blocks. If no block is similar to the title, returns the
/// first h1 with at least two words. If the page has no such h1, returns
/// UINT32_MAX.
uint32_t TitleBlock(const Outline& outline, const std::string& title) {
  constexpr size_t kMaxTitleBytes = 600;
  const std::string key = MatchKey(title.substr(0, kMaxTitleBytes));
  uint32_t found = UINT32_MAX;
  int32_t found_worth = 0;
  for (uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const TextBlock& block = outline.blocks[i];
    const bool h1 = block.tag == html::Tag::kH1;
    if (block.words > 60 || outline.elements[block.element].hidden) continue;
    int32_t worth = h1 && block.words >= 2 ? 40 : 0;
    const size_t bytes = block.bytes();
    if (!key.empty() && bytes >= 8 && bytes < key.size() * 2 + 40) {
      const int32_t overlap =
          OverlapPercent(MatchKey(outline.TextOf(block)), key);
      if (overlap >= 45) worth += overlap;
    }
    if (worth > found_worth) {
      found_worth = worth;
      found = i;
    }
  }
  return found_worth >= 40 ? found : UINT32_MAX;
}

}  // namespace

std::vector<uint16_t> SharedDepths(const Outline& outline, uint32_t element) {
  std::vector<bool> on_path(outline.elements.size(), false);
  for (uint32_t i = element; i != 0; i = outline.elements[i].parent) {
    on_path[i] = true;
  }
  std::vector<uint16_t> depths(outline.elements.size(), 0);
  for (size_t i = 1; i < depths.size(); ++i) {
    const OutlineElement& each = outline.elements[i];
    depths[i] = on_path[i] ? each.depth : depths[each.parent];
  }
  return depths;
}

PageFacts FactsOf(const Outline& outline, const BodyHints& hints) {
  PageFacts facts;
  if (outline.elements.empty()) return facts;
  facts.title_block = TitleBlock(outline, hints.title);
  facts.best =
      BestElement(outline, BlockWeights(outline, hints, facts.title_block));
  facts.wide = WideElement(outline, facts.best);
  facts.shared_depth = SharedDepths(outline, facts.best);
  facts.line_parts.reserve(outline.blocks.size());
  for (const TextBlock& block : outline.blocks) {
    facts.line_parts.push_back(
        lexicon::PartsOfLine(outline.TextOf(block), block.words));
  }
  return facts;
}

}  // namespace newsmill::extract::body
