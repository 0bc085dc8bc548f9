#include "notice_lines.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/lexicon/line_parts.h"
#include "extract/lexicon/lone_lines.h"
#include "extract/text/characters.h"

namespace newsmill::extract::body {
namespace {

using html::Tag;
using lexicon::LineLabel;

/// Returns whether the block is too long for a line that this file removes,
/// even if it begins like a notice. Lines with links may be longer.
bool IsParagraph(const TextBlock& block) {
  constexpr uint32_t kMaxWords = 40;
  constexpr uint32_t kMaxUnlinkedWords = 25;
  return block.words > (block.links > 0 ? kMaxWords : kMaxUnlinkedWords);
}

/// Returns whether short texts in such elements are often part of an article.
bool IsItem(Tag tag) {
  return tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kTh ||
         tag == Tag::kDt || tag == Tag::kDd || tag == Tag::kPre;
}

/// Returns whether nearly all words of the block are in links.
bool IsLinks(const TextBlock& block) {
  return block.links > 0 && UnlinkedWords(block) * 10 <= block.words;
}

/// Returns whether the block is a label and a link, or a label and the title of
/// an article.
bool IsLabelledLink(const TextBlock& block, std::string_view folded,
                    const LineLabel& label) {
  constexpr uint32_t kMaxTitleWords = 25;
  constexpr uint32_t kMaxOtherWords = 1;
  constexpr size_t kMaxOtherBytes = 6;
  if (label.bytes == 0) return false;
  // A sentence is part of the article: "Read more about rain in our guide."
  if (!label.separated && block.ends_sentence) return false;
  const uint32_t label_words = static_cast<uint32_t>(label.words);
  if (block.link_words > 0) {
    // In scripts without spaces, words are counted in different ways.
    const size_t unlinked_bytes =
        size_t{block.bytes()} * UnlinkedWords(block) / block.words;
    return UnlinkedWords(block) <= label_words + kMaxOtherWords ||
           unlinked_bytes <= label.bytes + kMaxOtherBytes;
  }
  // "Watch: Friday at noon" is a fact.
  return label.separated && label.words > 1 && label.bytes < folded.size() &&
         !IsHeading(block.tag) && block.words <= kMaxTitleWords &&
         !block.ends_sentence && !lexicon::ReportsSpeech(folded);
}

/// Returns whether the block is a list of tags after a label. Without links,
/// the tags must follow the last paragraph, and a label of one word must have
/// several tags: "Label: Aldby Records" and "Tag: 3. Mai" are facts.
bool IsTagLine(const TextBlock& block, std::string_view folded,
               bool after_prose) {
  constexpr uint32_t kMaxUnlinkedWords = 20;
  const LineLabel label = lexicon::TagLabelOf(folded);
  const bool may_be_fact =
      IsItem(block.tag) ||
      (label.words == 1 && (block.commas == 0 || block.digits > 0));
  return label.separated && label.bytes < folded.size() &&
         !block.ends_sentence &&
         (block.link_words > 0 ||
          (after_prose && !may_be_fact && block.words <= kMaxUnlinkedWords)) &&
         !lexicon::ReportsSpeech(folded);
}

bool IsCall(const TextBlock& block, std::string_view folded) {
  constexpr uint32_t kMaxUnlinkedWords = 15;
  return UnlinkedWords(block) <= kMaxUnlinkedWords &&
         lexicon::IsCallLine(folded);
}

/// Returns whether the block is a link whose text is an entry of a menu.
bool IsMenuEntry(const TextBlock& block, std::string_view folded) {
  return IsLinks(block) &&
         lexicon::Has(lexicon::PartsOfLine(folded, block.words),
                      lexicon::Part::kNav);
}

/// Returns whether the text is in capital letters, as labels of advertisements
/// often are and headings of an article seldom.
bool IsInCapitals(std::string_view text) {
  return text::IsUpper(text::FirstCharacter(text)) &&
         !text::MeasureOf(text).has_lower;
}

/// Returns whether the block may be a heading or a sentence of the article even
/// if it consists of a notice: a heading "Advertising", a paragraph "Comments."
bool MayBeTopic(const TextBlock& block, std::string_view text) {
  if (IsLinks(block)) return false;
  if (block.words == 1 && block.ends_sentence) return true;
  if (IsHeading(block.tag)) {
    return block.tag == Tag::kH2 || !IsInCapitals(text);
  }
  return block.words == 1 && block.strong_bytes >= block.bytes() &&
         !IsInCapitals(text);
}

/// Removes lines in one pass over the blocks.
class NoticeLines {
 public:
  NoticeLines(const Outline& outline, Choices& choices)
      : outline_(outline), choices_(choices) {}

  void Drop() {
    for (size_t i = 0; i < choices_.size(); ++i) {
      if (choices_[i].chosen && LooksLikeProse(Block(i))) last_prose_ = i;
    }
    for (size_t i = 0; i < choices_.size(); ++i) {
      if (!choices_[i].chosen || IsParagraph(Block(i))) continue;
      const std::string folded = lexicon::FoldedLine(outline_.TextOf(Block(i)));
      const LineLabel label = lexicon::LinkLabelOf(folded);
      if (label.bytes == folded.size() && Block(i).links == 0 &&
          DropLeftOver(i, label.clear)) {
        continue;
      }
      const std::string_view rule = RuleOf(i, folded, label);
      if (rule.empty()) continue;
      choices_[i].Drop(rule);
      last_dropped_ = i;
    }
  }

 private:
  const TextBlock& Block(size_t i) const { return outline_.blocks[i]; }

  /// Returns the rule that removes a line, or "" if no rule does.
  std::string_view RuleOf(size_t i, std::string_view folded,
                          const LineLabel& label) const {
    const TextBlock& block = Block(i);
    const bool after_notice = last_dropped_ && *last_dropped_ + 1 == i;
    const bool may_be_text =
        !IsLinks(block) && IsItem(block.tag) && !after_notice;
    if (IsLabelledLink(block, folded, label)) {
      return "a link to another article";
    }
    if (IsTagLine(block, folded, i > last_prose_)) {
      return "the tags of the article";
    }
    if (may_be_text) return "";
    if (!MayBeTopic(block, outline_.TextOf(block)) &&
        lexicon::IsLoneNotice(folded)) {
      return "a notice";
    }
    if (IsCall(block, folded)) return "a request to the reader";
    if (IsMenuEntry(block, folded)) return "an entry of a menu";
    return "";
  }

  /// Removes a label without links if its links are not in the body. If its
  /// links are in the body, removes the links too.
  /// `is_clear` is false if the label is also an ordinary word. Returns whether
  /// the label was removed.
  bool DropLeftOver(size_t i, bool is_clear) {
    constexpr std::string_view kRule = "a label before links to other articles";
    const size_t next = i + 1;
    const bool at_end = next == choices_.size() || !choices_[next].chosen;
    const bool before_links = !at_end && IsLinks(Block(next));
    const bool may_be_text =
        IsHeading(Block(i).tag) || IsItem(Block(i).tag) || !is_clear;
    if (may_be_text && !before_links && !(at_end && is_clear)) return false;
    choices_[i].Drop(kRule);
    for (size_t link = next; link < choices_.size() && before_links &&
                             choices_[link].chosen && IsLinks(Block(link));
         ++link) {
      choices_[link].Drop("a link to another article");
    }
    return true;
  }

  const Outline& outline_;
  Choices& choices_;
  size_t last_prose_ = 0;
  std::optional<size_t> last_dropped_;
};

}  // namespace

void DropNoticeLines(const Outline& outline, Choices& choices) {
  NoticeLines(outline, choices).Drop();
}

}  // namespace newsmill::extract::body
