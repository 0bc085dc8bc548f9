#include "pull_quotes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/page_parts.h"
#include "match.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

using html::Tag;
using lexicon::Part;

constexpr uint32_t kMostQuoteWords = 80;
// A wrapper with fewer words is more often a label or a name.
constexpr uint32_t kFewestWrappedWords = 7;
constexpr uint32_t kMostSpeakerWords = 14;  // the speaker's name and role
constexpr size_t kMarkBytes = 4;            // of a closing mark and a full stop
constexpr uint32_t kMostBlocks = 6;         // of one box

// Marks that MatchKey keeps or that open a quotation.
constexpr auto kOpeningMarks = std::to_array<std::string_view>(
    {"\"", "“", "”", "„", "«", "»", "‘", "‹", "›", "「", "『", "《", "＂"});
constexpr auto kClosingMarks = std::to_array<std::string_view>(
    {"\"", "”", "“", "»", "«", "’", "›", "‹", "」", "』", "》", "＂"});
constexpr auto kDashes =
    std::to_array<std::string_view>({" — ", " – ", " ― ", " - ", "——", " / "});

bool IsQuote(const OutlineElement& element) {
  return element.tag == Tag::kBlockquote || element.tag == Tag::kAside ||
         element.tag == Tag::kFigure || Has(element.names, Part::kQuote);
}

bool IsWrapperTag(Tag tag) {
  return tag == Tag::kDiv || tag == Tag::kSection || tag == Tag::kArticle ||
         tag == Tag::kMain || tag == Tag::kBody;
}

bool IsPlainTag(Tag tag) {
  return tag == Tag::kP || tag == Tag::kDiv || tag == Tag::kSection;
}

/// A box: the blocks from `begin` to before `end`.
struct Box {
  size_t begin = 0;
  size_t end = 0;
};

/// Returns the number of words that blanks separate. Counts marks, such as
/// "–", as words.
uint32_t SpacedWords(std::string_view text) {
  return static_cast<uint32_t>(std::ranges::count(text, ' ')) + 1;
}

/// Returns the quotation without the speaker: the text up to the last closing
/// quotation mark, or else up to the last dash. Returns "" if the rest is no
/// short text.
std::string_view WithoutSpeaker(std::string_view text) {
  const auto cut = [&](const auto& marks) {
    size_t best = 0;
    for (const std::string_view mark : marks) {
      const size_t at = text.rfind(mark);
      if (at != text.npos) best = std::max(best, at);
    }
    return text.substr(0, best);
  };
  const bool is_marked = StartsWithAny(text, kOpeningMarks);
  const std::string_view quote = is_marked ? cut(kClosingMarks) : cut(kDashes);
  const bool short_rest =
      SpacedWords(text.substr(quote.size())) <= kMostSpeakerWords;
  return short_rest ? quote : "";
}

std::string_view WithoutMarks(std::string_view text) {
  for (const std::string_view mark : kOpeningMarks) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  for (const std::string_view mark : kClosingMarks) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  return text;
}

/// Returns whether almost all of `text` is in the indexed text.
bool IsIn(const PieceIndex& index, std::string_view text) {
  constexpr size_t kPiece = 20;
  const std::string key = MatchKey(WithoutMarks(text));
  const size_t pieces = key.size() / kPiece;
  if (pieces == 0) return false;
  const int32_t percent = index.PercentIn(key);
  if (pieces >= 3) {
    const size_t allowed = 1 + (pieces / 6);
    return percent >= static_cast<int32_t>((pieces - allowed) * 100 / pieces);
  }
  const std::string_view last =
      std::string_view(key).substr(key.size() - kPiece);
  return percent == 100 && index.PercentIn(last) == 100;
}

/// Returns the position of the first ellipsis, or npos. Takes time linear in
/// the result.
size_t EllipsisIn(std::string_view text) {
  constexpr std::string_view kFirstBytes = ".\xE2";
  for (size_t at = text.find_first_of(kFirstBytes); at != text.npos;
       at = text.find_first_of(kFirstBytes, at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("…") || rest.starts_with("...")) return at;
  }
  return text.npos;
}

/// Returns whether almost all of each part of `text` is in the indexed text. An
/// ellipsis is between two parts. Ignores parts of a few letters.
bool ArePartsIn(const PieceIndex& index, std::string_view text) {
  static constexpr size_t kFewBytes = 20;
  bool any = false;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, EllipsisIn(text));
    text.remove_prefix(std::min(text.size(), part.size() + 3));
    if (part.size() < kFewBytes) continue;
    if (!IsIn(index, part)) return false;
    any = true;
  }
  return any;
}

/// Returns whether a sample of `quote` is in `prose`. Without a common sample,
/// the prose does not repeat the quote. This check takes much less time than a
/// PieceIndex of the prose.
bool SharesSample(std::string_view quote, std::string_view prose) {
  constexpr size_t kSamples = 3;
  constexpr size_t kSampleBytes = 14;
  for (size_t i = 0; i < kSamples; ++i) {
    const size_t at = quote.size() * (i + 1) / (kSamples + 2);
    const std::string_view sample = quote.substr(at, kSampleBytes);
    const std::boyer_moore_horspool_searcher search(sample.begin(),
                                                    sample.end());
    if (std::search(prose.begin(), prose.end(), search) != prose.end()) {
      return true;
    }
  }
  return false;
}

class PullQuotes {
 public:
  PullQuotes(const Outline& outline, const Choices& choices)
      : outline_(outline), choices_(choices), kinds_(choices.size()) {
    for (size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].chosen) kinds_[i] = KindOf(i);
    }
    KeepWrappedProse();
  }

  /// Returns the boxes that repeat a text outside all boxes.
  std::vector<Box> Find() const {
    std::vector<Box> boxes = Boxes();
    const std::string prose = boxes.empty() ? "" : ProseText();
    std::erase_if(boxes, [&](const Box& box) {
      return !SharesSample(TextOf(box), prose);
    });
    if (boxes.empty()) return boxes;
    const PieceIndex index(prose);
    std::vector<Box> found;
    std::ranges::copy_if(boxes, std::back_inserter(found),
                         [&](const Box& box) { return Repeats(box, index); });
    return found;
  }

 private:
  enum class Kind : uint8_t { kProse, kWrapped, kQuote };
  struct BlockKind {
    Kind kind = Kind::kProse;
    uint32_t box = 0;  // element; 0 for prose
  };

  const OutlineElement& ElementAt(uint32_t element) const {
    return outline_.elements[element];
  }

  BlockKind KindOf(size_t i) const {
    const TextBlock& block = outline_.blocks[i];
    if (block.words > kMostQuoteWords) return {};
    const uint32_t quote = QuoteAround(block.element);
    if (quote != 0) return {Kind::kQuote, quote};
    const uint32_t box = WrapperOf(block);
    if (IsStyledQuote(block)) return {Kind::kWrapped, block.element};
    const bool is_wrapped =
        IsPlainTag(block.tag) && IsWrapperTag(ElementAt(box).tag) &&
        IsWrapperTag(ElementAt(ElementAt(box).parent).tag) &&
        block.words >= kFewestWrappedWords;
    return is_wrapped ? BlockKind{Kind::kWrapped, box} : BlockKind{};
  }

  /// Returns whether the block is a paragraph with a class, and only a
  /// quotation.
  bool IsStyledQuote(const TextBlock& block) const {
    const std::string_view text = outline_.TextOf(block);
    const uint32_t look = ElementAt(block.element).signature;
    return block.tag == Tag::kP && look != static_cast<uint32_t>(Tag::kP) + 1 &&
           block.words >= kFewestWrappedWords &&
           StartsWithAny(text, kOpeningMarks) &&
           WithoutSpeaker(text).size() + kMarkBytes >= text.size();
  }

  /// Returns the outermost quotation around the element, or 0.
  uint32_t QuoteAround(uint32_t element) const {
    constexpr int kLevels = 5;
    uint32_t quote = 0;
    for (int level = 0; level < kLevels && element != 0; ++level) {
      if (ElementAt(element).words > kMostQuoteWords) break;
      if (IsQuote(ElementAt(element))) quote = element;
      element = ElementAt(element).parent;
    }
    return quote;
  }

  /// Returns the outermost element that contains little more than the block.
  uint32_t WrapperOf(const TextBlock& block) const {
    uint32_t element = block.element;
    while (element != 0) {
      const OutlineElement& parent = ElementAt(ElementAt(element).parent);
      if (parent.words > block.words + kMostSpeakerWords ||
          parent.blocks > kMostBlocks) {
        break;
      }
      element = ElementAt(element).parent;
    }
    return element;
  }

  /// On some pages, each paragraph has a wrapper of its own. In this case, the
  /// wrapped blocks are prose.
  void KeepWrappedProse() {
    size_t prose_words = 0;
    size_t wrapped_words = 0;
    for (size_t i = 0; i < kinds_.size(); ++i) {
      if (!choices_[i].chosen) continue;
      const uint32_t words = outline_.blocks[i].words;
      if (kinds_[i].kind == Kind::kProse) prose_words += words;
      if (kinds_[i].kind == Kind::kWrapped) wrapped_words += words;
    }
    if (wrapped_words * 3 <= prose_words) return;
    for (BlockKind& kind : kinds_) {
      if (kind.kind == Kind::kWrapped) kind = {};
    }
  }

  /// Returns all quotations, and the wrappers after the first paragraph.
  std::vector<Box> Boxes() const {
    std::vector<Box> boxes;
    bool after_prose = false;
    for (size_t i = 0; i < kinds_.size(); ++i) {
      const BlockKind& kind = kinds_[i];
      if (!choices_[i].chosen) continue;
      if (kind.kind == Kind::kProse) {
        after_prose = after_prose || LooksLikeProse(outline_.blocks[i]);
        continue;
      }
      if (!after_prose && kind.kind == Kind::kWrapped) continue;
      Box box = {i, i + 1};
      while (box.end < kinds_.size() && kinds_[box.end].box == kind.box) {
        ++box.end;
      }
      boxes.push_back(box);
      i = box.end - 1;
    }
    return boxes;
  }

  /// Returns the sentences outside all boxes. Leaves out headings and names.
  std::string ProseText() const {
    std::string text;
    for (size_t i = 0; i < kinds_.size(); ++i) {
      const TextBlock& block = outline_.blocks[i];
      if (choices_[i].chosen && kinds_[i].kind == Kind::kProse &&
          (LooksLikeProse(block) || block.ends_sentence)) {
        text.append(outline_.TextOf(block)).append("\n");
      }
    }
    return text;
  }

  std::string_view TextOf(const Box& box) const {
    const uint32_t begin = outline_.blocks[box.begin].text_begin;
    const uint32_t end = outline_.blocks[box.end - 1].text_end;
    return std::string_view(outline_.text).substr(begin, end - begin);
  }

  /// Returns whether the text repeats the box. Its last blocks may be the name
  /// of the speaker.
  bool Repeats(const Box& box, const PieceIndex& index) const {
    constexpr uint32_t kFewestWords = 4;
    const std::string_view text = TextOf(box);
    if (IsIn(index, text) || ArePartsIn(index, WithoutSpeaker(text)) ||
        ArePartsIn(index, text)) {
      return true;
    }
    uint32_t rest = 0;
    size_t longest = box.begin;
    for (size_t i = box.begin; i < box.end; ++i) {
      const uint32_t words = outline_.blocks[i].words;
      rest += words;
      if (words > outline_.blocks[longest].words) longest = i;
    }
    const TextBlock& block = outline_.blocks[longest];
    return block.words >= kFewestWords &&
           rest - block.words <= kMostSpeakerWords &&
           IsIn(index, outline_.TextOf(block));
  }

  const Outline& outline_;
  const Choices& choices_;
  std::vector<BlockKind> kinds_;
};

}  // namespace

void DropPullQuotes(const Outline& outline, Choices& choices) {
  for (const Box& box : PullQuotes(outline, choices).Find()) {
    DropBlocks(choices, box.begin, box.end,
               "a pull quote that repeats the text");
  }
}

}  // namespace newsmill::extract::body
