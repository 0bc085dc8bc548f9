#include "boilerplate.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"
#include "phrase_index.h"
#include "phrases.h"

namespace newsmill::extract::lexicon {
namespace {

// Maximum width of a line that consists of a menu entry or a heading, in
// columns.
constexpr int32_t kMaxLineColumns = 60;
// Maximum width of a notice, in columns. A notice is a short request to the
// reader, such as "Subscribe to our newsletter". A wider text is a paragraph of
// the article, even if it begins like a notice.
constexpr int32_t kMaxNoticeColumns = 320;

/// Returns a menu entry without the punctuation marks around it: "Home" for "»
/// Home".
std::string_view WithoutEntryMarks(std::string_view text) {
  for (bool stripped = true; stripped && !text.empty();) {
    const size_t before = text.size();
    text = Trim(text, " .:-|*#>[]()!+=_~");
    const bool ascii =
        text.empty() || ((text.front() | text.back()) & 0x80) == 0;
    if (ascii) return text;
    for (const std::string_view mark : {"»", "›", "→", "▼", "▸", "…", "←"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    stripped = text.size() != before;
  }
  return text;
}

bool IsAddressOnly(std::string_view folded) {
  if (folded.find(' ') != folded.npos) return false;
  return folded.starts_with("http://") || folded.starts_with("https://") ||
         folded.starts_with("www.") ||
         (folded.find('@') != folded.npos && folded.find('.') != folded.npos);
}

/// Returns whether the text is a number and a word of CountedThings: "12
/// comments", "5 min read", "1.234 views".
bool IsCount(std::string_view folded) {
  const size_t digits = folded.find_first_not_of("0123456789., ");
  if (digits == 0 || digits == folded.npos) return false;
  return std::ranges::find(CountedThings(), folded.substr(digits)) !=
         CountedThings().end();
}

bool IsCopyright(std::string_view folded) {
  if (folded.starts_with("copyright") || folded.starts_with("©") ||
      folded.starts_with("(c) 20") || folded.starts_with("(c) 19") ||
      folded.starts_with("版权所有") || folded.starts_with("版權所有") ||
      folded.starts_with("ⓒ")) {
    return true;
  }
  static constexpr std::array<std::string_view, 3> kParts = {
      "copyright ©", "copyright (c)", "all rights reserved"};
  static const PhraseIndex kIndex(kParts);
  return kIndex.FoundIn(folded) ||
         (folded.find("©") != folded.npos && folded.find("20") != folded.npos);
}

/// Returns whether each word of the line is a section name or a menu entry:
/// "News Sport Weather Opinion".
bool IsMenuRow(const text::Block& block, std::string_view folded) {
  if (block.words() < 3 || block.columns() > 120) return false;
  while (!folded.empty()) {
    const std::string_view word = TakeWord(folded);
    if (!std::ranges::binary_search(SectionNames(), word) &&
        !std::ranges::binary_search(MenuEntries(), word)) {
      return false;
    }
  }
  return true;
}

/// Returns whether the line is a row of links with separators between them:
/// "Home | World | Sport".
bool IsLinkBar(const text::Block& block) {
  const int32_t separators = SeparatorsIn(block.text);
  if (separators < 2) return false;
  return block.columns() / (separators + 1) < 40 &&
         (!block.ends_sentence || separators >= 4);
}

}  // namespace

int32_t SeparatorsIn(std::string_view text) {
  int32_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '|') {
      ++count;
    } else if (text[i] == '/') {
      count += i > 0 && text[i - 1] == ' ' && text.substr(i + 1, 1) == " ";
    } else if (static_cast<unsigned char>(text[i]) >= 0xC2) {
      for (const std::string_view mark : {"·", "•", "｜", "┃", "▪"}) {
        count += text.substr(i).starts_with(mark) ? 1 : 0;
      }
    }
  }
  return count;
}

bool IsSectionName(std::string_view folded) {
  return std::ranges::binary_search(SectionNames(), WithoutEntryMarks(folded));
}

std::optional<Part> BoilerplateOf(const text::Block& block) {
  if (block.columns() > kMaxNoticeColumns) return std::nullopt;
  if (block.measure.letters == 0) return Part::kNotice;
  const std::string folded = text::Folded(block.text);
  if (IsCopyright(folded)) return Part::kLegal;
  const std::string_view bare = WithoutEntryMarks(folded);
  if (block.columns() <= kMaxLineColumns) {
    if (std::ranges::binary_search(EndHeadings(), bare))
      return Part::kOtherArticles;
    if (std::ranges::binary_search(MenuEntries(), bare) || IsCount(bare) ||
        IsAddressOnly(bare)) {
      return Part::kNotice;
    }
  }
  static const PhraseIndex kTagLabels(TagLabels());
  static const PhraseIndex kNoticeBeginnings(NoticeBeginnings());
  static const PhraseIndex kNoticeParts(NoticeParts());
  if (kTagLabels.PrefixOf(bare) >= 0) return Part::kTags;
  if (kNoticeBeginnings.PrefixOf(bare) >= 0 || kNoticeParts.FoundIn(folded) ||
      IsLinkBar(block) || IsMenuRow(block, folded)) {
    return Part::kNotice;
  }
  return std::nullopt;
}

}  // namespace newsmill::extract::lexicon
