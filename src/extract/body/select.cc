#include "select.h"

#include <algorithm>
#include <utility>

#include "comment_rules.h"
#include "credit_lines.h"
#include "inserts.h"
#include "notice_lines.h"
#include "other_articles.h"
#include "pull_quotes.h"
#include "repeated_body.h"
#include "request_blocks.h"
#include "script_text.h"

namespace newsmill::extract::body {
namespace {

using html::Tag;

/// Returns whether the chosen blocks are a few lines without prose.
bool AreFewLines(const Outline& outline, const Choices& choices) {
  constexpr uint32_t kFewWords = 40;
  uint32_t words = 0;
  for (const size_t i : ChosenBlocks(choices)) {
    if (LooksLikeProse(outline.blocks[i])) return false;
    words += outline.blocks[i].words;
  }
  return words < kFewWords;
}

/// Chooses the blocks of prose whose scores are near the best score, if the
/// best score is above `min_score`. This function is for a page on which no
/// prose has a score above 0.
void ChooseUnlikely(const Outline& outline, const std::vector<FeatureRow>& rows,
                    const std::vector<int32_t>& scores, int32_t min_score,
                    Choices& choices) {
  constexpr int32_t kSlack = 900;
  int32_t best = min_score;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (LooksLikeProse(outline.blocks[i]) &&
        rows[i].At(Feature::kIsTitle) == 0) {
      best = std::max(best, scores[i]);
    }
  }
  if (best == min_score) return;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] >= best - kSlack && LooksLikeProse(outline.blocks[i]) &&
        rows[i].At(Feature::kIsTitle) == 0) {
      choices[i] = {true, "the best text of a page with low scores"};
    }
  }
}

/// Removes the title, the author's name and the date from the body if these
/// lines come before the first prose.
void DropRepeatedHead(const Outline& outline,
                      const std::vector<FeatureRow>& rows, Choices& choices) {
  constexpr int16_t kSame = 90;
  constexpr uint32_t kBylineWords = 8;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].chosen) continue;
    const TextBlock& block = outline.blocks[i];
    const FeatureRow& row = rows[i];
    const bool is_line = block.words <= kBylineWords && !block.ends_sentence &&
                         !IsHeading(block.tag);
    if (row.At(Feature::kTitleOverlap) >= kSame ||
        (is_line && (row.At(Feature::kNamesAuthor) != 0 ||
                     row.At(Feature::kShowsDate) != 0))) {
      choices[i].Drop("the title, the byline or the date");
    } else if (LooksLikeProse(block)) {
      return;
    }
  }
}

/// Adds a `pre` element to the body if the element is between two
/// blocks of the body. The two blocks must have the same parent.
void KeepFormatted(const Outline& outline, Choices& choices) {
  const auto parent = [&](size_t i) {
    return outline.ParentOf(outline.blocks[i]);
  };
  const auto is_left_out = [&](size_t i) {
    return !choices[i].chosen && outline.blocks[i].tag == Tag::kPre;
  };
  for (size_t i = 1; i < choices.size(); ++i) {
    if (!choices[i - 1].chosen) continue;
    const size_t begin = i;
    while (i < choices.size() && is_left_out(i)) ++i;
    if (i == begin || i == choices.size() || !choices[i].chosen) continue;
    if (parent(i) != parent(begin - 1)) continue;
    for (size_t pre = begin; pre < i; ++pre) {
      choices[pre] = {true, "formatted text inside the body"};
    }
  }
}

/// Adds a bold line to the body if the line is between two paragraphs of the
/// body and has the same parent. No link and no word of the line indicates
/// another part of the page.
void KeepSubheadings(const Outline& outline, const PageFacts& facts,
                     const std::vector<int32_t>& scores, Choices& choices) {
  constexpr int32_t kMinScore = -1000;
  constexpr uint32_t kMaxWords = 12;
  const auto parent = [&](size_t i) {
    return outline.ParentOf(outline.blocks[i]);
  };
  const auto is_paragraph = [&](size_t i) {
    return choices[i].chosen && LooksLikeProse(outline.blocks[i]);
  };
  for (size_t i = 1; i + 1 < choices.size(); ++i) {
    const TextBlock& block = outline.blocks[i];
    if (!choices[i].chosen && scores[i] > kMinScore &&
        block.strong_bytes >= block.bytes() && block.words <= kMaxWords &&
        block.links == 0 && facts.line_parts[i] == 0 && is_paragraph(i - 1) &&
        is_paragraph(i + 1) && parent(i) == parent(i - 1) &&
        parent(i) == parent(i + 1)) {
      choices[i] = {true, "a sub-heading between paragraphs"};
    }
  }
}

/// Removes headings at the end of the body, because no text follows them.
void DropLastHeadings(const Outline& outline, Choices& choices) {
  for (size_t i = choices.size(); i-- > 0;) {
    if (!choices[i].chosen) continue;
    if (!IsHeading(outline.blocks[i].tag)) return;
    choices[i].Drop("a heading without text after it");
  }
}

bool HasOnlyHeadings(const Outline& outline, const Choices& choices) {
  return std::ranges::all_of(ChosenBlocks(choices), [&](size_t i) {
    return IsHeading(outline.blocks[i].tag);
  });
}

/// Chooses the blocks with a score above 0, except the title.
Choices ChooseLikely(const std::vector<FeatureRow>& rows,
                     const std::vector<int32_t>& scores) {
  Choices choices(scores.size());
  for (size_t i = 0; i < scores.size(); ++i) {
    choices[i].chosen = scores[i] > 0;
    if (rows[i].At(Feature::kIsTitle) != 0) {
      choices[i].Drop("the title of the page");
    }
  }
  return choices;
}

}  // namespace

SelectedBlocks SelectBlocks(const PageView& view,
                            const std::vector<int32_t>& scores) {
  const auto& [page, outline, facts, rows, hints] = view;
  Choices choices = ChooseLikely(rows, scores);

  // Comes first, so that no other rule takes the title or the byline for a
  // part of the text.
  DropRepeatedHead(outline, rows, choices);
  // The code between two paragraphs belongs to the body before copies and
  // repeated sentences are searched in it.
  KeepFormatted(outline, choices);
  KeepSubheadings(outline, facts, scores, choices);
  // A second copy repeats each sentence, so it would look like pull quotes.
  DropRepeatedBody(outline, choices);
  DropPullQuotes(outline, choices);
  // These rules look at the first and last paragraphs, and at the lines next to
  // them. So the copies must be gone.
  DropNoticeLines(outline, choices);
  DropCreditLines(outline, choices);
  DropCommentRules(outline, choices);

  // Headings alone are no body. The rules below also apply to the prose that
  // is then chosen.
  DropLastHeadings(outline, choices);
  if (ChosenBlocks(choices).empty()) {
    constexpr int32_t kUnlikely = -3000;
    ChooseUnlikely(outline, rows, scores, kUnlikely, choices);
  } else if (AreFewLines(outline, choices)) {
    constexpr int32_t kUncertain = -500;
    ChooseUnlikely(outline, rows, scores, kUncertain, choices);
  }

  // Other articles come first, because they have inserts and requests of their
  // own. Requests come last, because that rule counts the words that remain.
  const uint32_t root = DropOtherArticles(page, outline, facts, rows, choices);
  DropInserts(page, outline, facts, choices);
  DropScriptText(page, outline, choices);
  DropRequests(outline, hints, choices);

  // Must be the last rule, because each of the four rules above may remove the
  // text after a heading.
  if (!HasOnlyHeadings(outline, choices)) DropLastHeadings(outline, choices);
  return {std::move(choices), root};
}

}  // namespace newsmill::extract::body
