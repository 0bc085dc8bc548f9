#include "kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "wall.h"

namespace newsmill::extract::body {
namespace {

using model::Completeness;

/// Sums over the blocks of the body.
struct Sums {
  uint32_t words = 0;
  uint32_t prose_words = 0;
  uint32_t prose_blocks = 0;
  uint32_t blocks = 0;
  uint32_t linked_blocks = 0;
  uint32_t ended_blocks = 0;  // blocks for which EndsClause is true
  uint32_t teaser_words = 0;  // words in teasers
  uint32_t listed_words = 0;  // words in texts that belong to a link
  uint32_t live_words = 0;
  int64_t prose_score = 0;      // sum of score * words of each prose block
  uint32_t unlinked_words = 0;  // words that are not in links
  int64_t score = 0;            // sum of score * unlinked words
};

/// Returns whether the block is a teaser: a short text that links to another
/// article. A teaser is the only prose in its parent element, and this element
/// contains a link. Several blocks of the page look like the teaser.
bool IsTeaser(const TextBlock& block, const FeatureRow& row) {
  constexpr int16_t kMany = 4;
  constexpr uint32_t kMaxWords = 70;
  return block.words <= kMaxWords && row.At(Feature::kSameLooks) >= kMany &&
         row.At(Feature::kParentProse) <= 1 &&
         row.At(Feature::kParentLinkPercent) >= 8;
}

/// Returns whether the block may be the text below the link of a search result:
/// it contains a link, or a link comes directly before it.
bool IsListed(const FeatureRow& row) {
  constexpr int16_t kMostly = 50;  // percent of the words
  return row.At(Feature::kLinks) > 0 ||
         row.At(Feature::kPreviousLinkPercent) >= kMostly;
}

/// Returns whether the block ends with a full stop, a comma or a similar mark.
bool EndsClause(const Outline& outline, const TextBlock& block) {
  static constexpr std::array<std::string_view, 7> kMarks = {
      ",", ";", "—", "،", "؛", "、", "，"};
  return block.ends_sentence || EndsWithAny(outline.TextOf(block), kMarks);
}

Sums SumsOf(const Outline& outline, const Selection& selection) {
  Sums sums;
  for (const size_t i : ChosenBlocks(selection.choices)) {
    const TextBlock& block = outline.blocks[i];
    const FeatureRow& row = selection.rows[i];
    const uint32_t unlinked = UnlinkedWords(block);
    sums.words += block.words;
    ++sums.blocks;
    if (block.links > 0 || block.link_words > 0) ++sums.linked_blocks;
    if (EndsClause(outline, block)) ++sums.ended_blocks;
    sums.unlinked_words += unlinked;
    sums.score += static_cast<int64_t>(selection.scores[i]) * unlinked;
    if (row.DistanceTo(lexicon::Part::kLive) < kNowhere) {
      sums.live_words += block.words;
    }
    if (!LooksLikeProse(block)) continue;
    ++sums.prose_blocks;
    sums.prose_words += block.words;
    sums.prose_score += static_cast<int64_t>(selection.scores[i]) * block.words;
    if (IsTeaser(block, row)) sums.teaser_words += block.words;
    if (IsListed(row)) sums.listed_words += block.words;
  }
  return sums;
}

constexpr uint32_t kLittle = 25;  // number of words

/// Returns whether the body is a poem, a dialogue or another text of short
/// lines. In a list, many lines have links, and few lines end with a mark such
/// as a full stop.
bool HasShortLines(const Sums& sums) {
  constexpr int64_t kProbable = 1000;  // mean score of a word
  return sums.unlinked_words >= kLittle &&
         sums.score >= kProbable * sums.unlinked_words &&
         sums.linked_blocks * 4 <= sums.blocks &&
         sums.ended_blocks * 3 >= sums.blocks;
}

std::string WhyNot(const Sums& sums, const BodyHints& hints,
                   const std::vector<std::string>& paragraphs) {
  // A longer text is no wall. Most articles are longer.
  constexpr uint32_t kMostWallWords = 600;
  if (paragraphs.empty()) {
    return "No part of the page reads like an article.";
  }
  const bool is_short = sums.words < kMostWallWords;
  if (is_short && IsErrorPage(paragraphs, hints)) {
    return "The page has the title of an error page, and little text.";
  }
  if (is_short && IsWall(paragraphs, hints)) {
    return "Most of the text asks for consent, for other browser settings or "
           "for a login.";
  }
  if (hints.is_article_type) return "";
  if (IsListTitle(hints.title) && sums.listed_words * 2 > sums.prose_words) {
    return "The page has the title of a list, and texts with links.";
  }
  if (sums.prose_blocks >= 3 && sums.teaser_words * 4 > sums.prose_words * 3) {
    return "The text is a list of teasers that link to other pages.";
  }
  if (sums.prose_words < kLittle && sums.prose_score <= 0 &&
      !HasShortLines(sums)) {
    return "The page has very little prose, and nothing marks it as an "
           "article.";
  }
  return "";
}

/// Returns whether a paywall box follows soon after `last`, the last block of
/// the body. The box must ask the reader to subscribe or to log in.
bool IsCutByPaywall(const Outline& outline, const PageFacts& facts,
                    const Selection& selection, size_t last) {
  constexpr size_t kNear = 12;
  const size_t end = std::min(outline.blocks.size(), last + 1 + kNear);
  for (size_t i = last + 1; i < end; ++i) {
    if (outline.elements[outline.blocks[i].element].hidden) continue;
    if (Has(facts.line_parts[i], lexicon::Part::kNewsletter) &&
        selection.rows[i].DistanceTo(lexicon::Part::kPaywall) < kNowhere) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string WhyNoArticle(const Outline& outline, const Selection& selection,
                         const BodyHints& hints,
                         const std::vector<std::string>& paragraphs) {
  return WhyNot(SumsOf(outline, selection), hints, paragraphs);
}

Completeness CompletenessOf(const Outline& outline, const PageFacts& facts,
                            const Selection& selection) {
  constexpr uint32_t kMostStubs = 350;
  constexpr uint32_t kMostExcerpts = 200;
  const Sums sums = SumsOf(outline, selection);
  const std::vector<size_t> chosen = ChosenBlocks(selection.choices);
  if (chosen.empty()) return Completeness::kFull;
  const size_t last = chosen.back();
  if (sums.live_words * 2 > sums.words && sums.prose_blocks >= 4) {
    return Completeness::kLive;
  }
  if (sums.words <= kMostStubs &&
      IsCutByPaywall(outline, facts, selection, last)) {
    return Completeness::kStub;
  }
  if (sums.words <= kMostExcerpts &&
      text::EndsInEllipsis(outline.TextOf(outline.blocks[last]))) {
    return Completeness::kExcerpt;
  }
  return Completeness::kFull;
}

}  // namespace newsmill::extract::body
