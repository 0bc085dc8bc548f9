#include "part_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "newsmill/base/ascii.h"
#include "part_name_words.h"

namespace newsmill::extract::lexicon {
namespace {

constexpr uint32_t kHashStart = 2166136261U;  // FNV-1a
constexpr uint32_t HashStep(uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}
constexpr uint32_t HashOf(std::string_view word) {
  uint32_t hash = kHashStart;
  for (const char c : word) hash = HashStep(hash, c);
  return hash;
}

/// Words by hash, open addressing; built by the compiler.
class WordTable {
 public:
  constexpr WordTable() {
    for (const NameWords& list : kNameWords) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        Insert(HashOf(rest.substr(0, end)), list.name);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  constexpr NameSet Find(uint32_t hash) const {
    for (size_t i = hash % kSlots; keys_[i] != 0; i = (i + 1) % kSlots) {
      if (keys_[i] == hash) return sets_[i];
    }
    return 0;
  }

 private:
  static constexpr size_t kSlots = 4096;

  constexpr void Insert(uint32_t hash, NameClass name) {
    size_t i = hash % kSlots;
    while (keys_[i] != 0 && keys_[i] != hash) i = (i + 1) % kSlots;
    keys_[i] = hash;
    sets_[i] |= SetOf(name);
  }

  std::array<uint32_t, kSlots> keys_{};
  std::array<NameSet, kSlots> sets_{};
};

constexpr WordTable kWords;

/// Reads words one after the other, and pairs of neighbours as one word:
/// "article-body" is "articlebody" too.
class WordReader {
 public:
  void Read(std::string_view value) {
    char before = '\0';
    for (const char c : value) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool lower = c >= 'a' && c <= 'z';
      if (!upper && !lower) {
        EndWord();
        if (c != '-' && c != '_') pair_ = kNoPair;
      } else {
        if (upper && before >= 'a' && before <= 'z') EndWord();
        Letter(LowerAscii(c));
      }
      before = c;
    }
    EndWord();
  }
  NameSet set() const { return set_; }

 private:
  static constexpr uint32_t kNoPair = 0;

  void Letter(char c) {
    word_ = HashStep(word_, c);
    if (pair_ != kNoPair) pair_ = HashStep(pair_, c);
    in_word_ = true;
  }
  void EndWord() {
    if (!in_word_) return;
    set_ |= kWords.Find(word_);
    if (pair_ != kNoPair) set_ |= kWords.Find(pair_);
    pair_ = word_;
    word_ = kHashStart;
    in_word_ = false;
  }

  NameSet set_ = 0;
  uint32_t word_ = kHashStart;
  uint32_t pair_ = kNoPair;  // the word before and this one
  bool in_word_ = false;
};

}  // namespace

NameSet PartNamesIn(std::string_view value) {
  // Longer ones are lists of states that scripts keep there.
  constexpr size_t kMaxBytes = 400;
  WordReader reader;
  reader.Read(value.substr(0, kMaxBytes));
  return reader.set();
}

bool NamesOffscreen(std::string_view value) {
  for (const std::string_view name :
       {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader",
        "screenreader", "offscreen", "element-invisible", "tooltiptext",
        "tooltip-text", "tooltip-content", "popover-content", "rollover-block",
        "hovercard"}) {
    const size_t at = value.find(name);
    // Not "not-sr-only", "no-screenreader" and the like.
    if (at != value.npos && (at < 3 || value[at - 1] != '-')) return true;
  }
  return false;
}

NameSet NamesOf(html::Tag tag) {
  using html::Tag;
  switch (tag) {
    case Tag::kArticle:
      return SetOf(NameClass::kArticleElement);
    case Tag::kMain:
      return SetOf(NameClass::kMainElement);
    case Tag::kSection:
      return SetOf(NameClass::kSectionElement);
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kMenu:
    case Tag::kDl:
      return SetOf(NameClass::kListElement);
    case Tag::kTable:
      return SetOf(NameClass::kTableElement);
    case Tag::kFigure:
      return SetOf(NameClass::kFigureElement);
    case Tag::kFigcaption:
    case Tag::kCaption:
      return SetOf(NameClass::kCaptionElement);
    case Tag::kAside:
      return SetOf(NameClass::kAsideElement);
    case Tag::kNav:
      return SetOf(NameClass::kNav);
    case Tag::kHeader:
    case Tag::kHgroup:
      return SetOf(NameClass::kHeader);
    case Tag::kFooter:
      return SetOf(NameClass::kFooter);
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kLabel:
      return SetOf(NameClass::kForm);
    case Tag::kDialog:
      return SetOf(NameClass::kOverlay);
    case Tag::kBlockquote:
      return SetOf(NameClass::kQuote);
    case Tag::kAddress:
    case Tag::kTime:
      return SetOf(NameClass::kByline);
    default:
      return 0;
  }
}

}  // namespace newsmill::extract::lexicon
