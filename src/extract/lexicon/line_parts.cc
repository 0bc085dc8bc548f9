#include "line_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/text/characters.h"
#include "line_phrases.h"
#include "newsmill/base/ascii.h"
#include "phrase_index.h"
#include "phrases.h"

namespace newsmill::extract::lexicon {
namespace {

// Maximum number of words of a text in which phrases are searched. A longer
// text is prose, even if it begins like a notice.
constexpr uint32_t kMaxWords = 60;
constexpr size_t kMaxWholeBytes = 60;

/// A list of phrases. Each phrase indicates a part of the page.
class PartIndex {
 public:
  explicit PartIndex(std::span<const LinePhrase> phrases)
      : parts_(PartsIn(phrases)), texts_(TextsIn(phrases)), index_(texts_) {}

  /// Returns the parts of all phrases that `text` begins with.
  PartSet PrefixesOf(std::string_view text) const {
    PartSet set = 0;
    for (int32_t i = index_.PrefixOf(text); i >= 0;
         i = index_.PrefixOf(text, i + 1)) {
      set |= SetOf(parts_[static_cast<size_t>(i)]);
    }
    return set;
  }

  /// Returns the parts of all phrases that begin at the start of a word in
  /// `text`.
  PartSet FoundIn(std::string_view text) const {
    PartSet set = PrefixesOf(text);
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == ' ') set |= PrefixesOf(text.substr(i + 1));
    }
    return set;
  }

 private:
  static std::vector<Part> PartsIn(std::span<const LinePhrase> phrases) {
    std::vector<Part> parts;
    for (const LinePhrase& phrase : phrases) parts.push_back(phrase.part);
    return parts;
  }
  static std::vector<std::string_view> TextsIn(
      std::span<const LinePhrase> phrases) {
    std::vector<std::string_view> texts;
    for (const LinePhrase& phrase : phrases) texts.push_back(phrase.text);
    return texts;
  }

  std::vector<Part> parts_;
  std::vector<std::string_view> texts_;
  PhraseIndex index_;
};

}  // namespace

PartSet PartsOfLine(std::string_view text, uint32_t words) {
  static const PartIndex kStarts(LineBeginnings());
  static const PartIndex kParts(LineContents());
  static const PhraseIndex kNotices(NoticeBeginnings());
  static const PhraseIndex kMenu(MenuEntries());
  static const PhraseIndex kEnd(EndHeadings());
  if (words > kMaxWords) return 0;
  const std::string folded = text::Folded(text);
  const std::string_view bare = Trim(folded, " .:-|*#>[](){}!?+=_~\"'");
  PartSet set = kStarts.PrefixesOf(bare) | kParts.FoundIn(bare);
  if (kNotices.PrefixOf(bare) >= 0) set |= SetOf(Part::kNotice);
  if (bare.size() <= kMaxWholeBytes) {
    if (kMenu.Holds(bare)) set |= SetOf(Part::kNav);
    if (kEnd.Holds(bare)) set |= SetOf(Part::kOtherArticles);
  }
  return set;
}

}  // namespace newsmill::extract::lexicon
