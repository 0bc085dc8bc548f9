#include "context.h"

#include <algorithm>
#include <unordered_map>

#include "newsmill/base/check.h"

namespace newsmill::extract::body {
namespace {

// A score below kLeast counts as kLeast, and a score above kMost counts as
// kMost. More extreme scores carry no more information.
constexpr int32_t kLeast = -3000;
constexpr int32_t kMost = 6000;
constexpr size_t kNear = 5;  // number of blocks on each side
constexpr size_t kAround = 15;

/// Sums over several blocks. `score` is the sum of score * words of each block.
struct Sum {
  int64_t score = 0;
  int64_t words = 0;
  int64_t blocks = 0;

  void Add(const Sum& other) {
    score += other.score;
    words += other.words;
    blocks += other.blocks;
  }
  Sum Without(const Sum& part) const {
    return {score - part.score, words - part.words, blocks - part.blocks};
  }
  int64_t Mean() const { return words <= 0 ? kLeast : score / words; }
};

class ContextReader {
 public:
  ContextReader(const Outline& outline, const std::vector<FeatureRow>& rows,
                const std::vector<int32_t>& scores)
      : outline_(outline),
        rows_(rows),
        siblings_(outline.elements.size()),
        chosen_words_(outline.elements.size()) {
    NEWSMILL_CHECK(scores.size() == outline.blocks.size());
    blocks_.reserve(scores.size());
    for (size_t i = 0; i < scores.size(); ++i) {
      const int64_t score = std::clamp(scores[i], kLeast, kMost);
      const int64_t words = std::max<uint32_t>(outline.blocks[i].words, 1);
      blocks_.push_back({score * words, words, 1});
    }
    SumUp();
  }

  std::vector<ContextRow> Read() const {
    std::vector<ContextRow> contexts(blocks_.size());
    int64_t before = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const int64_t chosen = ChosenWordsOf(i);
      if (IsOpen(static_cast<int32_t>(ScoreOf(i)))) {
        ReadPage(before, chosen_.words - before - chosen, contexts[i]);
        ReadNeighbours(i, contexts[i]);
        ReadTree(i, contexts[i]);
        ReadOwn(i, contexts[i]);
      }
      before += chosen;
    }
    return contexts;
  }

 private:
  static void Set(ContextRow& row, Context context, int64_t value) {
    row[static_cast<size_t>(context)] =
        static_cast<int16_t>(std::clamp<int64_t>(value, INT16_MIN, INT16_MAX));
  }

  int64_t ScoreOf(size_t i) const { return blocks_[i].Mean(); }
  int64_t ChosenWordsOf(size_t i) const {
    return ScoreOf(i) > 0 ? blocks_[i].words : 0;
  }
  const OutlineElement& ElementOf(size_t i) const {
    return outline_.elements[outline_.blocks[i].element];
  }

  void SumUp() {
    before_.emplace_back();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      before_.push_back(before_.back());
      before_.back().Add(blocks_[i]);
      siblings_[ElementOf(i).parent].Add(blocks_[i]);
      looks_[ElementOf(i).signature].Add(blocks_[i]);
      if (ScoreOf(i) <= 0) continue;
      chosen_.Add(blocks_[i]);
      chosen_words_[outline_.blocks[i].element] += blocks_[i].words;
    }
    // Starts with the last element. In `elements`, children come after their
    // parent. Therefore, the count of an element is complete before the parent
    // gets the count.
    for (size_t e = outline_.elements.size(); e-- > 1;) {
      chosen_words_[outline_.elements[e].parent] += chosen_words_[e];
    }
  }

  void ReadPage(int64_t before, int64_t after, ContextRow& row) const {
    Set(row, Context::kPercentBefore,
        chosen_.words == 0 ? 0 : 100 * before / chosen_.words);
    Set(row, Context::kWordsBefore, before);
    Set(row, Context::kWordsAfter, after);
    Set(row, Context::kPageWords, chosen_.words);
    Set(row, Context::kPageScore, chosen_.Mean());
  }

  int64_t MeanAround(size_t i, size_t reach) const {
    const size_t begin = i < reach ? 0 : i - reach;
    const size_t end = std::min(blocks_.size(), i + reach + 1);
    return before_[end].Without(before_[begin]).Mean();
  }

  void ReadNeighbours(size_t i, ContextRow& row) const {
    const size_t next = i + 1;
    Set(row, Context::kScore, ScoreOf(i));
    Set(row, Context::kPreviousScore, i == 0 ? kLeast : ScoreOf(i - 1));
    Set(row, Context::kNextScore,
        next == blocks_.size() ? kLeast : ScoreOf(next));
    Set(row, Context::kNearScore, MeanAround(i, kNear));
    Set(row, Context::kAroundScore, MeanAround(i, kAround));
  }

  /// Returns the percentage of chosen words in an element. Chosen words are the
  /// words of blocks with a score above 0.
  int64_t ChosenPercentOf(uint32_t element) const {
    const int64_t words = outline_.elements[element].words;
    return words == 0 ? 0 : 100 * chosen_words_[element] / words;
  }

  void ReadTree(size_t i, ContextRow& row) const {
    const OutlineElement& element = ElementOf(i);
    const Sum& siblings = siblings_[element.parent];
    const Sum& looks = looks_.at(element.signature);
    Set(row, Context::kSiblingScore, siblings.Without(blocks_[i]).Mean());
    Set(row, Context::kSiblingBlocks, siblings.blocks);
    Set(row, Context::kLookScore, looks.Without(blocks_[i]).Mean());
    Set(row, Context::kLookBlocks, looks.blocks);
    Set(row, Context::kParentChosen, ChosenPercentOf(element.parent));
    Set(row, Context::kGrandChosen,
        ChosenPercentOf(outline_.elements[element.parent].parent));
  }

  void ReadOwn(size_t i, ContextRow& row) const {
    const FeatureRow& own = rows_[i];
    Set(row, Context::kOwnHeadingLevel, own.At(Feature::kHeadingLevel));
    Set(row, Context::kOwnWords, own.At(Feature::kWords));
    Set(row, Context::kOwnLinkPercent, own.At(Feature::kLinkPercent));
    Set(row, Context::kOwnEndsSentence, own.At(Feature::kEndsSentence));
  }

  const Outline& outline_;
  const std::vector<FeatureRow>& rows_;
  std::vector<Sum> blocks_;
  std::vector<Sum> before_;  // before_[i] is the sum over the blocks 0 to i - 1
  // For each element, the sum over the blocks of its children.
  std::vector<Sum> siblings_;
  // For each signature, the sum over the blocks whose element has this
  // signature.
  std::unordered_map<uint32_t, Sum> looks_;
  // For each element, the number of words in blocks with a score above 0.
  std::vector<int64_t> chosen_words_;
  Sum chosen_;
};

}  // namespace

bool IsOpen(int32_t score) { return score > kLeast; }

std::vector<ContextRow> ContextsOf(const Outline& outline,
                                   const std::vector<FeatureRow>& rows,
                                   const std::vector<int32_t>& scores) {
  return ContextReader(outline, rows, scores).Read();
}

}  // namespace newsmill::extract::body
