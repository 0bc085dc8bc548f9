#include "select.h"

#include <algorithm>

#include "comment_rules.h"
#include "credit_lines.h"
#include "notice_lines.h"
#include "pull_quotes.h"
#include "repeated_body.h"

namespace newsmill::extract::body {
namespace {

using html::Tag;

bool IsHeading(Tag tag) {
  return tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kH3 ||
         tag == Tag::kH4 || tag == Tag::kH5 || tag == Tag::kH6;
}

/// Chooses the blocks of prose whose scores are near the best score. This
/// function is for a page on which no score is above 0.
void ChooseUnlikely(const Outline& outline, const std::vector<FeatureRow>& rows,
                    const std::vector<int32_t>& scores, Choices& choices) {
  constexpr int32_t kSlack = 900;
  constexpr int32_t kMinProseScore = -3000;
  int32_t best = kMinProseScore;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (LooksLikeProse(outline.blocks[i]) &&
        rows[i].At(Feature::kIsTitle) == 0) {
      best = std::max(best, scores[i]);
    }
  }
  if (best == kMinProseScore) return;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] >= best - kSlack && LooksLikeProse(outline.blocks[i]) &&
        rows[i].At(Feature::kIsTitle) == 0) {
      choices[i] = {true, "the best of a page without good scores"};
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
      choices[i] = {false, "the title, the byline or the date"};
    } else if (LooksLikeProse(block)) {
      return;
    }
  }
}

/// Adds a `pre` element to the body if the element is between two
/// blocks of the body. The two blocks must have the same parent.
void KeepFormatted(const Outline& outline, Choices& choices) {
  const auto parent = [&](size_t i) {
    return outline.elements[outline.blocks[i].element].parent;
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

/// Removes headings at the end of the body, because no text follows them.
void DropLastHeadings(const Outline& outline, Choices& choices) {
  for (size_t i = choices.size(); i-- > 0;) {
    if (!choices[i].chosen) continue;
    if (!IsHeading(outline.blocks[i].tag)) return;
    choices[i] = {false, "a heading without text after it"};
  }
}

}  // namespace

Choices SelectBlocks(const Outline& outline,
                     const std::vector<FeatureRow>& rows,
                     const std::vector<int32_t>& scores) {
  Choices choices(scores.size());
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= 0) continue;
    choices[i].chosen = rows[i].At(Feature::kIsTitle) == 0;
    if (!choices[i].chosen) choices[i].rule = "the title of the page";
  }
  DropRepeatedHead(outline, rows, choices);
  KeepFormatted(outline, choices);
  DropRepeatedBody(outline, choices);
  DropPullQuotes(outline, choices);
  DropNoticeLines(outline, choices);
  DropCreditLines(outline, choices);
  DropCommentRules(outline, choices);
  DropLastHeadings(outline, choices);
  if (std::ranges::none_of(choices, &Choice::chosen)) {
    ChooseUnlikely(outline, rows, scores, choices);
  }
  return choices;
}

}  // namespace newsmill::extract::body
