#include "headline.h"

#include <algorithm>

#include "headline_shapes.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::plain {
namespace {

// Maximum number of standfirsts between the title and the date line. A
// standfirst is a paragraph that introduces the article.
constexpr size_t kMaxStandfirsts = 2;
// Maximum number of blocks of a head (the lines before the body). Because of
// this limit, the search takes linear time.
constexpr size_t kMaxHeadBlocks = 64;
// Minimum number of consecutive short lines in a menu.
constexpr size_t kMenuLines = 4;

class Head {
 public:
  Head(const std::vector<Line>& lines, std::string_view title_hint)
      : lines_(lines), hint_(model::NormalisedText(title_hint)) {}

  Headline Read() {
    FindEnd();
    FindTitle();
    if (!headline_.title) {
      headline_.body = meta_end_;
      return headline_;
    }
    headline_.body = std::max(meta_end_, *headline_.title + 1);
    FindSection();
    FindSubtitle();
    return headline_;
  }

 private:
  Part part(size_t i) const { return lines_[i].part; }
  const text::Block& block(size_t i) const { return lines_[i].block; }

  /// Finds the end of the head. The head usually ends before the first
  /// paragraph. If a date line follows soon after this paragraph, the paragraph
  /// is a standfirst and the head ends after the date line.
  void FindEnd() {
    size_t i = 0;
    while (i < lines_.size() && (part(i) != Part::kParagraph || IsTitleAt(i)))
      ++i;
    end_ = i;
    size_t prose = 0;
    const size_t limit = std::min(lines_.size(), i + kMaxHeadBlocks);
    for (; i < limit && prose <= kMaxStandfirsts; ++i) {
      if (part(i) == Part::kParagraph) ++prose;
      if (part(i) == Part::kByline && SeemsHeadOf(prose, i)) end_ = i + 1;
    }
    for (size_t m = 0; m < end_; ++m) {
      if (part(m) != Part::kByline) continue;
      if (!first_meta_) first_meta_ = m;
      meta_end_ = m + 1;
    }
  }

  /// Returns whether the `prose` paragraphs before the meta line at index
  /// `meta` belong to the head. If the head already has another meta line, or
  /// if no paragraph follows, these paragraphs belong to the body.
  bool SeemsHeadOf(size_t prose, size_t meta) const {
    if (prose == 0) return true;
    for (size_t i = 0; i < end_; ++i) {
      if (part(i) == Part::kByline) return false;
    }
    for (size_t i = meta + 1; i < lines_.size(); ++i) {
      if (part(i) == Part::kParagraph) return true;
    }
    return false;
  }

  /// Returns whether the paragraph at index `i` may be the title. For example,
  /// a question may be the title. No line before the paragraph may be as long
  /// as a headline, and another line must follow.
  bool IsTitleAt(size_t i) const {
    if (i >= kMaxHeadBlocks || !IsTitleLike(lines_[i])) return false;
    for (size_t before = 0; before < i; ++before) {
      if (part(before) == Part::kShortLine && IsHeadlineSized(block(before))) {
        return false;
      }
    }
    return i + 1 < lines_.size();
  }

  /// Returns the indices of the lines that may be the title. Leaves out menus.
  std::vector<size_t> Candidates() const {
    std::vector<size_t> candidates;
    for (size_t i = 0; i < end_; ++i) {
      const size_t run = MenuRunAt(i);
      if (run >= kMenuLines) {
        i += run - 1;
      } else if (IsTitleLike(lines_[i])) {
        candidates.push_back(i);
      }
    }
    return candidates;
  }
  size_t MenuRunAt(size_t i) const {
    size_t end = i;
    while (end < end_ &&
           (part(end) == Part::kShortLine || part(end) == Part::kNotice) &&
           IsMenuSized(block(end))) {
      ++end;
    }
    return end - i;
  }

  void FindTitle() {
    if (FindHintedTitle()) return;
    const std::vector<size_t> all = Candidates();
    std::vector<size_t> before;
    for (const size_t i : all) {
      if (first_meta_ && i < *first_meta_) before.push_back(i);
    }
    const auto is_headline = [this](size_t i) {
      return IsHeadlineSized(block(i));
    };
    const bool above = std::ranges::any_of(before, is_headline) ||
                       !std::ranges::any_of(all, is_headline);
    ChooseTitle(above && !before.empty() ? before : all);
  }

  void ChooseTitle(const std::vector<size_t>& candidates) {
    for (size_t k = 0; k < candidates.size(); ++k) {
      const size_t i = candidates[k];
      const bool last = k + 1 == candidates.size();
      if (!last && IsKicker(block(i), block(candidates[k + 1]))) continue;
      if (!IsHeadlineSized(block(i)) && !last) continue;
      headline_.title = i;
      return;
    }
  }

  /// Finds the line that is equal to the title hint. The end of the hint may be
  /// the name of the site, as in the title element of many pages.
  bool FindHintedTitle() {
    if (hint_.empty()) return false;
    const size_t end = std::min<size_t>(lines_.size(), 200);
    for (size_t i = 0; i < end; ++i) {
      if (block(i).columns() > text::kMaxTitleColumns) continue;
      const std::string text = model::NormalisedText(block(i).text);
      const bool same = text == hint_;
      const bool begins = hint_.starts_with(text) &&
                          IsHeadlineSized(block(i)) &&
                          text.size() * 2 > hint_.size();
      if (!same && !begins) continue;
      headline_.title = i;
      AlignEnd(i);
      return true;
    }
    return false;
  }

  /// Moves the end of the head to the first paragraph after the title.
  void AlignEnd(size_t title) {
    size_t i = title + 1;
    while (i < lines_.size() && part(i) != Part::kParagraph) ++i;
    meta_end_ = 0;
    for (size_t m = title + 1; m < i; ++m) {
      if (part(m) == Part::kByline) meta_end_ = m + 1;
    }
    end_ = i;
  }

  void FindSection() {
    for (size_t i = *headline_.title; i-- > 0;) {
      if (part(i) == Part::kByline || part(i) == Part::kNotice) continue;
      const bool menu = MenuBefore(i + 1) >= kMenuLines;
      if (part(i) == Part::kShortLine && !menu &&
          IsKicker(block(i), block(*headline_.title))) {
        headline_.section = i;
      }
      return;
    }
  }
  size_t MenuBefore(size_t end) const {
    size_t begin = end;
    while (begin > 0 && IsMenuSized(block(begin - 1)) &&
           (part(begin - 1) == Part::kShortLine ||
            part(begin - 1) == Part::kNotice)) {
      --begin;
    }
    return end - begin;
  }

  void FindSubtitle() {
    const auto normalised = [this](size_t i) {
      return model::NormalisedText(block(i).text);
    };
    const std::string title = normalised(*headline_.title);
    for (size_t i = *headline_.title + 1; i < end_; ++i) {
      if (IsListItem(block(i).text)) return;
      const bool prose = part(i) == Part::kParagraph && i < meta_end_;
      // A sentence is a subtitle only if a date line follows. Otherwise, the
      // sentence is the first paragraph.
      const bool line = part(i) == Part::kShortLine &&
                        IsHeadlineSized(block(i)) &&
                        block(i).columns() <= text::kMaxTitleColumns &&
                        (!block(i).ends_sentence || i < meta_end_);
      // A line after the date line belongs to the body.
      if (i >= meta_end_ && meta_end_ > *headline_.title) return;
      if ((!prose && !line) || normalised(i) == title) continue;
      headline_.subtitle = i;
      headline_.body = std::max(headline_.body, i + 1);
      return;
    }
  }

  const std::vector<Line>& lines_;
  const std::string hint_;
  Headline headline_;
  size_t end_ = 0;
  size_t meta_end_ = 0;  // index after the last meta line of the head
  std::optional<size_t> first_meta_;
};

}  // namespace

Headline HeadlineOf(const std::vector<Line>& lines,
                    std::string_view title_hint) {
  return Head(lines, title_hint).Read();
}

}  // namespace newsmill::extract::plain
