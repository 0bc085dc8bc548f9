#include "repeated_body.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsmill::extract::body {
namespace {

constexpr size_t kNone = SIZE_MAX;

/// Returns for each block of the body the first block of the body with the same
/// text. The value is kNone for the first block itself and outside the body.
std::vector<size_t> FirstCopies(const Outline& outline,
                                const Choices& choices) {
  std::vector<size_t> copies(choices.size(), kNone);
  std::unordered_map<std::string_view, size_t> seen;
  for (size_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].chosen) continue;
    const auto [at, is_new] =
        seen.try_emplace(outline.TextOf(outline.blocks[i]), i);
    if (!is_new) copies[i] = at->second;
  }
  return copies;
}

class Copies {
 public:
  Copies(const Outline& outline, Choices& choices)
      : outline_(outline),
        choices_(choices),
        copies_(FirstCopies(outline, choices)) {}

  void Drop() {
    for (size_t i = 0; i < copies_.size(); ++i) {
      if (copies_[i] == kNone) {
        if (IsProse(i)) ++prose_before_;
        continue;
      }
      const Run run = RunFrom(i);
      if (IsCopy(run)) {
        DropBlocks(choices_, run.begin, run.end, "a second copy of the body");
      }
      i = run.end - 1;
    }
  }

 private:
  /// Blocks of the body that repeat earlier blocks in the same order.
  struct Run {
    size_t begin = 0;
    size_t end = 0;
    size_t prose = 0;  // number of paragraphs
  };

  bool IsProse(size_t i) const {
    return choices_[i].chosen && LooksLikeProse(outline_.blocks[i]) &&
           outline_.blocks[i].tag != html::Tag::kLi;
  }
  uint32_t ParentOf(size_t i) const {
    return outline_.ParentOf(outline_.blocks[i]);
  }

  /// Returns the longest run that begins at `begin`. Blocks that are not in the
  /// body do not end a run.
  Run RunFrom(size_t begin) const {
    Run run = {begin, begin, 0};
    size_t last = 0;
    for (size_t i = begin; i < copies_.size(); ++i) {
      if (!choices_[i].chosen) continue;
      if (copies_[i] == kNone || (i > begin && copies_[i] < last)) break;
      last = copies_[i];
      run.end = i + 1;
      if (IsProse(i)) ++run.prose;
    }
    return run;
  }

  /// Returns whether a line that is no copy is directly before the block in the
  /// same element. The element is then a section or a verse that repeats lines
  /// of another one.
  bool FollowsOwnLine(size_t block) const {
    if (block == 0 || !choices_[block - 1].chosen) return false;
    return copies_[block - 1] == kNone &&
           ParentOf(block - 1) == ParentOf(block);
  }

  bool IsCopy(const Run& run) const {
    constexpr size_t kFewestParagraphs = 2;
    constexpr size_t kManyParagraphs = 5;
    constexpr size_t kShare = 4;
    const bool is_long =
        run.prose >= kManyParagraphs ||
        (run.prose > kFewestParagraphs &&
         run.prose * kShare >= prose_before_) ||
        (run.prose == kFewestParagraphs && run.prose >= prose_before_);
    if (run.prose < kManyParagraphs && FollowsOwnLine(run.begin)) return false;
    return is_long && ParentOf(run.begin) != ParentOf(copies_[run.begin]);
  }

  const Outline& outline_;
  Choices& choices_;
  const std::vector<size_t> copies_;
  size_t prose_before_ = 0;  // paragraphs that repeat no earlier paragraph
};

}  // namespace

void DropRepeatedBody(const Outline& outline, Choices& choices) {
  Copies(outline, choices).Drop();
}

}  // namespace newsmill::extract::body
