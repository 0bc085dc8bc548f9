#include "features.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "extract/dates/dates.h"
#include "extract/text/value_cache.h"
#include "match.h"

namespace newsmill::extract::body {
namespace {

/// Converts a set of parts to bits in the order of kLineParts. Leaves out parts
/// that are not in kLineParts.
uint32_t LineBitsOf(lexicon::PartSet parts) {
  uint32_t bits = 0;
  for (size_t i = 0; parts != 0 && i < lexicon::kLineParts.size(); ++i) {
    if (Has(parts, lexicon::kLineParts[i])) bits |= 1U << i;
  }
  return bits;
}

using html::Tag;

constexpr int64_t kFar = 200;
// Limits for the hints, because many blocks are searched for each hint. Text
// after the limit and further authors are ignored. Real titles, descriptions
// and lists of authors are shorter.
constexpr size_t kMaxHintBytes = 600;
constexpr size_t kMaxAuthors = 8;
constexpr size_t kMaxKeyBytes = 1000;

int64_t Percent(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0 : static_cast<int64_t>(part * 100 / whole);
}

int32_t HeadingLevel(Tag tag) {
  switch (tag) {
    case Tag::kH1:
      return 1;
    case Tag::kH2:
      return 2;
    case Tag::kH3:
      return 3;
    case Tag::kH4:
      return 4;
    case Tag::kH5:
      return 5;
    case Tag::kH6:
      return 6;
    default:
      return 0;
  }
}

/// Counts blocks that look alike. Two blocks look alike if their elements have
/// the same tag and class, and the parents of these elements also have the same
/// tag and class.
class Looks {
 public:
  explicit Looks(const Outline& outline) {
    slots_.resize(std::bit_ceil(outline.blocks.size() * 2 + 2));
    of_block_.reserve(outline.blocks.size());
    for (const TextBlock& block : outline.blocks) {
      const OutlineElement& element = outline.elements[block.element];
      const uint32_t key =
          element.signature * 31 + outline.elements[element.parent].signature;
      const uint32_t slot = SlotOf(key);
      ++slots_[slot].blocks;
      slots_[slot].words += block.words;
      slots_[slot].link_words += block.link_words;
      of_block_.push_back(slot);
    }
  }

  struct Look {
    uint32_t key = 0;
    uint32_t blocks = 0;
    uint32_t words = 0;
    uint32_t link_words = 0;
  };
  const Look& Of(size_t block) const { return slots_[of_block_[block]]; }
  bool Same(size_t a, size_t b) const { return of_block_[a] == of_block_[b]; }

 private:
  uint32_t SlotOf(uint32_t key) {
    const auto mask = static_cast<uint32_t>(slots_.size() - 1);
    uint32_t slot = (key * 0x9E3779B1U) >> 7U & mask;
    while (slots_[slot].blocks > 0 && slots_[slot].key != key) {
      slot = (slot + 1) & mask;
    }
    slots_[slot].key = key;
    return slot;
  }

  std::vector<Look> slots_;
  std::vector<uint32_t> of_block_;
};

/// Returns for each block how many blocks of the page have the same text.
std::vector<uint32_t> RepeatsOf(const Outline& outline) {
  const size_t size = std::bit_ceil(outline.blocks.size() * 2 + 2);
  std::vector<std::pair<uint32_t, uint32_t>> slots(size);
  std::vector<uint32_t> slot_of;
  slot_of.reserve(outline.blocks.size());
  for (const TextBlock& block : outline.blocks) {
    const uint32_t hash = text::HashOfBytes(outline.TextOf(block));
    size_t slot = hash & (size - 1);
    while (slots[slot].second > 0 && slots[slot].first != hash) {
      slot = (slot + 1) & (size - 1);
    }
    slots[slot].first = hash;
    ++slots[slot].second;
    slot_of.push_back(static_cast<uint32_t>(slot));
  }
  for (uint32_t& slot : slot_of) slot = slots[slot].second;
  return slot_of;
}

class FeatureWriter {
 public:
  FeatureWriter(const Outline& outline, const PageFacts& facts,
                const BodyHints& hints)
      : outline_(outline),
        facts_(facts),
        hints_(hints),
        looks_(outline),
        repeats_(RepeatsOf(outline)),
        description_(MatchKey(hints.description.substr(0, kMaxHintBytes))),
        title_(MatchKey(hints.title.substr(0, kMaxHintBytes))),
        article_body_(hints.article_body),
        rows_(outline.blocks.size()) {
    for (const std::string& author : hints.authors) {
      if (authors_.size() == kMaxAuthors) break;
      if (author.size() >= 5 && author.size() <= kMaxHintBytes) {
        authors_.push_back(MatchKey(author));
      }
    }
  }

  std::vector<FeatureRow> Write() {
    for (size_t i = 0; i < rows_.size(); ++i) {
      const TextBlock& block = outline_.blocks[i];
      FeatureRow& row = rows_[i];
      OwnText(block, row);
      Place(block, i, row);
      Names(block, row);
      Matches(block, i, row);
      const uint32_t line_parts = LineBitsOf(facts_.line_parts[i]);
      for (size_t part = 0; part < lexicon::kLineParts.size(); ++part) {
        row.SetAt(kFirstLinePart + static_cast<int>(part),
                  line_parts >> part & 1U);
      }
      Page(row);
    }
    Forwards();
    Backwards();
    for (size_t i = 0; i < rows_.size(); ++i) Neighbours(i, rows_[i]);
    return std::move(rows_);
  }

 private:
  const OutlineElement& ElementOf(const TextBlock& block) const {
    return outline_.elements[block.element];
  }
  const OutlineElement& ParentOf(const OutlineElement& element) const {
    return outline_.elements[element.parent];
  }
  uint64_t PageProse() const { return outline_.elements[0].prose_words; }

  void OwnText(const TextBlock& block, FeatureRow& row) const {
    const std::string_view text = outline_.TextOf(block);
    const Tag tag = block.tag;
    row.Set(Feature::kIsP, tag == Tag::kP ? 1 : 0);
    row.Set(Feature::kHeadingLevel, HeadingLevel(tag));
    row.Set(Feature::kIsLi, tag == Tag::kLi ? 1 : 0);
    row.Set(Feature::kIsCell, tag == Tag::kTd || tag == Tag::kTh ? 1 : 0);
    row.Set(Feature::kIsQuote, tag == Tag::kBlockquote ? 1 : 0);
    row.Set(Feature::kIsPre, tag == Tag::kPre ? 1 : 0);
    row.Set(Feature::kIsTerm, tag == Tag::kDt || tag == Tag::kDd ? 1 : 0);
    row.Set(Feature::kIsDiv, tag == Tag::kDiv ? 1 : 0);
    row.Set(Feature::kWords, block.words);
    row.Set(Feature::kBytesPerWord,
            block.words == 0 ? 0 : block.bytes() * 10 / block.words);
    row.Set(Feature::kLinkPercent, Percent(block.link_words, block.words));
    row.Set(Feature::kLinks, block.links);
    row.Set(Feature::kDigitPercent, Percent(block.digits, block.bytes()));
    row.Set(Feature::kCommas, block.commas);
    row.Set(Feature::kSentenceEnds, block.sentence_ends);
    row.Set(Feature::kEndsSentence, block.ends_sentence ? 1 : 0);
    row.Set(Feature::kStartsLower, block.starts_lower ? 1 : 0);
    row.Set(Feature::kCapitalPercent, Percent(block.capitalised, block.words));
    row.Set(Feature::kLines, block.lines);
    row.Set(Feature::kStrongPercent,
            Percent(block.strong_bytes, block.bytes()));
    row.Set(Feature::kEmphasisPercent,
            Percent(block.emphasis_bytes, block.bytes()));
    row.Set(Feature::kWide, block.wide ? 1 : 0);
    row.Set(Feature::kEndsColon, text.ends_with(':') ? 1 : 0);
    row.Set(Feature::kStartsBracket,
            text.starts_with('(') || text.starts_with('[') ? 1 : 0);
  }

  void Place(const TextBlock& block, size_t i, FeatureRow& row) const {
    const OutlineElement& element = ElementOf(block);
    const OutlineElement& best = outline_.elements[facts_.best];
    const uint16_t shared = facts_.shared_depth[block.element];
    const OutlineElement& parent =
        element.blocks == 1 ? ParentOf(element) : element;
    const OutlineElement& grand = ParentOf(parent);
    row.Set(Feature::kHidden, element.hidden ? 1 : 0);
    row.Set(Feature::kAriaHidden, element.aria_hidden ? 1 : 0);
    row.Set(Feature::kDepth, element.depth);
    row.Set(Feature::kBestUp, element.depth - shared);
    row.Set(Feature::kBestDown, best.depth - shared);
    row.Set(Feature::kInBest, shared == best.depth ? 1 : 0);
    row.Set(Feature::kBestShare, Percent(best.prose_words, PageProse()));
    const OutlineElement& common = AncestorAt(block.element, shared);
    row.Set(Feature::kLcaShare, Percent(common.prose_words, PageProse()));
    row.Set(Feature::kLcaLinkPercent, Percent(common.link_words, common.words));
    const OutlineElement& wide = outline_.elements[facts_.wide];
    row.Set(Feature::kInWide, shared >= wide.depth ? 1 : 0);
    row.Set(Feature::kWideShare, Percent(wide.prose_words, PageProse()));
    row.Set(Feature::kWideLevels, best.depth - wide.depth);
    row.Set(Feature::kParentShare, Percent(parent.prose_words, PageProse()));
    row.Set(Feature::kParentLinkPercent,
            Percent(parent.link_words, parent.words));
    row.Set(Feature::kParentProse, parent.prose_blocks);
    row.Set(Feature::kParentBlocks, parent.blocks);
    row.Set(Feature::kParentWords, parent.words);
    row.Set(Feature::kGrandShare, Percent(grand.prose_words, PageProse()));
    row.Set(Feature::kGrandLinkPercent, Percent(grand.link_words, grand.words));
    row.Set(Feature::kGrandProse, grand.prose_blocks);
    row.Set(Feature::kGrandBlocks, grand.blocks);
    row.Set(Feature::kSiblings, parent.children);
    row.Set(Feature::kElementBlocks, element.blocks);
    row.Set(Feature::kIndex, static_cast<int64_t>(i));
    row.Set(Feature::kIndexPercent, Percent(i, rows_.size()));
  }

  const OutlineElement& AncestorAt(uint32_t number, uint16_t depth) const {
    while (outline_.elements[number].depth > depth) {
      number = outline_.elements[number].parent;
    }
    return outline_.elements[number];
  }

  /// Sets the distance features. There is one distance for each part of a page,
  /// such as a menu: the number of levels from the block up to the nearest
  /// element whose name indicates this part.
  void Names(const TextBlock& block, FeatureRow& row) {
    if (block.element != distances_of_) {
      distances_of_ = block.element;
      distances_.fill(kNowhere);
      lexicon::PartSet seen = 0;
      uint32_t number = block.element;
      for (int16_t distance = 0; distance < kNowhere; ++distance) {
        lexicon::PartSet fresh = outline_.elements[number].names & ~seen;
        seen |= fresh;
        for (; fresh != 0; fresh &= fresh - 1) {
          distances_[static_cast<size_t>(std::countr_zero(fresh))] = distance;
        }
        if (number == 0) break;
        number = outline_.elements[number].parent;
      }
    }
    for (int i = 0; i < lexicon::kModelPartCount; ++i) {
      row.SetAt(kFirstDistance + i, distances_[static_cast<size_t>(i)]);
    }
  }

  void Matches(const TextBlock& block, size_t i, FeatureRow& row) const {
    const bool has_title = facts_.title_block != UINT32_MAX;
    const auto from_title =
        static_cast<int64_t>(i) - static_cast<int64_t>(facts_.title_block);
    row.Set(Feature::kAfterTitle, !has_title ? 2 : from_title > 0 ? 1 : 0);
    row.Set(Feature::kFromTitle,
            has_title ? std::clamp(from_title, -kFar, kFar) : kFar + 1);
    row.Set(Feature::kIsTitle, has_title && from_title == 0 ? 1 : 0);
    row.Set(Feature::kRepeats, repeats_[i]);
    row.Set(Feature::kHasArticleBody, article_body_.empty() ? 0 : 1);
    row.Set(Feature::kInArticleBody, -1);
    const bool is_short = block.words <= 60;
    if (!is_short && article_body_.empty()) return;
    std::string key = MatchKey(outline_.TextOf(block));
    row.Set(Feature::kInArticleBody, article_body_.PercentIn(key));
    if (!is_short) return;
    key.resize(std::min(key.size(), kMaxKeyBytes));
    row.Set(Feature::kTitleOverlap, OverlapPercent(key, title_));
    row.Set(Feature::kIsDescription, OverlapPercent(key, description_));
    bool named = false;
    for (const std::string& author : authors_) {
      named = named || key.find(author) != key.npos;
    }
    row.Set(Feature::kNamesAuthor, named ? 1 : 0);
    row.Set(Feature::kShowsDate, IsDateLine(i) ? 1 : 0);
  }

  /// Returns whether the block consists of a date and few other words: "Updated
  /// 3 May 2024, 14:30".
  bool IsDateLine(size_t i) const {
    constexpr uint32_t kMostWords = 12;
    constexpr uint32_t kFewestDigits = 4;
    constexpr size_t kMostBeside = 24;
    const TextBlock& block = outline_.blocks[i];
    if (block.words > kMostWords || block.digits < kFewestDigits) return false;
    const auto date = dates::FindDate(outline_.TextOf(block),
                                      {.order = dates::DayOrder::kDayFirst});
    return date && date->end - date->begin + kMostBeside >= block.bytes();
  }

  void Page(FeatureRow& row) const {
    const OutlineElement& page = outline_.elements[0];
    row.Set(Feature::kPageProse, page.prose_words);
    row.Set(Feature::kPageBlocks, page.blocks);
    row.Set(Feature::kPageLinkPercent, Percent(page.link_words, page.words));
    row.Set(Feature::kIsArticleType, hints_.is_article_type ? 1 : 0);
  }

  /// Sets the features that describe the blocks before each block.
  void Forwards() {
    int64_t prose = 0;
    int64_t since = kFar;
    const TextBlock* last = nullptr;
    uint32_t heading = 0;
    int64_t since_heading = kFar;
    int64_t section = 0;
    for (size_t i = 0; i < rows_.size(); ++i) {
      const TextBlock& block = outline_.blocks[i];
      FeatureRow& row = rows_[i];
      row.Set(Feature::kProseBefore, prose);
      row.Set(Feature::kProsePercent,
              Percent(static_cast<uint64_t>(prose), PageProse()));
      row.Set(Feature::kToPreviousProse, since);
      row.Set(Feature::kPreviousProseWords, last == nullptr ? 0 : last->words);
      row.Set(Feature::kPreviousProseUp, last == nullptr ? 99 : Up(*last));
      row.Set(Feature::kLastHeadingCues, heading);
      row.Set(Feature::kFromHeading, since_heading);
      row.Set(Feature::kSectionProse, section);
      since = std::min(since + 1, kFar);
      since_heading = std::min(since_heading + 1, kFar);
      if (HeadingLevel(block.tag) > 0) {
        heading = LineBitsOf(facts_.line_parts[i]);
        since_heading = 0;
        section = 0;
      }
      if (LooksLikeProse(block)) {
        prose += block.words;
        section += block.words;
        since = 0;
        last = &block;
      }
    }
  }

  void Backwards() {
    int64_t prose = 0;
    int64_t since = kFar;
    const TextBlock* last = nullptr;
    for (size_t i = rows_.size(); i-- > 0;) {
      const TextBlock& block = outline_.blocks[i];
      FeatureRow& row = rows_[i];
      row.Set(Feature::kProseAfter, prose);
      row.Set(Feature::kToNextProse, since);
      row.Set(Feature::kNextProseWords, last == nullptr ? 0 : last->words);
      row.Set(Feature::kNextProseUp, last == nullptr ? 99 : Up(*last));
      since = std::min(since + 1, kFar);
      if (LooksLikeProse(block)) {
        prose += block.words;
        since = 0;
        last = &block;
      }
    }
  }

  /// Returns the distance in the tree from the best element to the element of
  /// the block. A step up to a parent counts 3, and a step down to a child
  /// counts 1.
  int64_t Up(const TextBlock& block) const {
    const OutlineElement& best = outline_.elements[facts_.best];
    const uint16_t shared = facts_.shared_depth[block.element];
    return ElementOf(block).depth - shared + 3 * (best.depth - shared);
  }

  bool SameParent(size_t a, size_t b) const {
    return outline_.ParentOf(outline_.blocks[a]) ==
           outline_.ParentOf(outline_.blocks[b]);
  }

  void Neighbours(size_t i, FeatureRow& row) const {
    const size_t last = rows_.size() - 1;
    if (i > 0) {
      const FeatureRow& other = rows_[i - 1];
      row.Set(Feature::kPreviousWords, other.At(Feature::kWords));
      row.Set(Feature::kPreviousLinkPercent, other.At(Feature::kLinkPercent));
      row.Set(Feature::kPreviousIsP, other.At(Feature::kIsP));
      row.Set(Feature::kPreviousHeading, other.At(Feature::kHeadingLevel));
      row.Set(Feature::kPreviousSameParent, SameParent(i, i - 1) ? 1 : 0);
      row.Set(Feature::kPreviousSameLook, looks_.Same(i, i - 1) ? 1 : 0);
      row.Set(Feature::kPreviousCues, std::popcount(facts_.line_parts[i - 1]));
    }
    if (i > 1) {
      row.Set(Feature::kSecondPreviousWords, rows_[i - 2].At(Feature::kWords));
    }
    if (i < last) {
      const FeatureRow& other = rows_[i + 1];
      row.Set(Feature::kNextWords, other.At(Feature::kWords));
      row.Set(Feature::kNextLinkPercent, other.At(Feature::kLinkPercent));
      row.Set(Feature::kNextIsP, other.At(Feature::kIsP));
      row.Set(Feature::kNextHeading, other.At(Feature::kHeadingLevel));
      row.Set(Feature::kNextSameParent, SameParent(i, i + 1) ? 1 : 0);
      row.Set(Feature::kNextSameLook, looks_.Same(i, i + 1) ? 1 : 0);
      row.Set(Feature::kNextIsLi, other.At(Feature::kIsLi));
      row.Set(Feature::kNextCues, std::popcount(facts_.line_parts[i + 1]));
    }
    if (i + 2 <= last) {
      const FeatureRow& other = rows_[i + 2];
      row.Set(Feature::kSecondNextWords, other.At(Feature::kWords));
      row.Set(Feature::kSecondNextLinkPercent, other.At(Feature::kLinkPercent));
    }
    const Looks::Look& look = looks_.Of(i);
    row.Set(Feature::kSameLooks, look.blocks);
    row.Set(Feature::kSameLookWords, look.words / std::max(look.blocks, 1U));
    row.Set(Feature::kSameLookLinkPercent,
            Percent(look.link_words, look.words));
  }

  const Outline& outline_;
  const PageFacts& facts_;
  const BodyHints& hints_;
  Looks looks_;
  std::vector<uint32_t> repeats_;
  std::string description_;
  std::string title_;
  std::vector<std::string> authors_;
  PieceIndex article_body_;
  uint32_t distances_of_ = UINT32_MAX;
  std::array<int16_t, lexicon::kModelPartCount> distances_{};
  std::vector<FeatureRow> rows_;
};

}  // namespace

void FeatureRow::SetAt(int feature, int64_t value) {
  constexpr int64_t kMax = std::numeric_limits<int16_t>::max();
  values_[static_cast<size_t>(feature)] =
      static_cast<int16_t>(std::clamp(value, -kMax, kMax));
}

std::vector<FeatureRow> FeaturesOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const BodyHints& hints) {
  return FeatureWriter(outline, facts, hints).Write();
}

}  // namespace newsmill::extract::body
