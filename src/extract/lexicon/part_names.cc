#include "part_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "newsmill/base/ascii.h"
#include "part_name_words.h"
#include "phrase_index.h"

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

/// An open-addressing hash table of words that is built at compile time.
class WordTable {
 public:
  constexpr WordTable() {
    for (const PartNameWords& list : kPartNameWords) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        Insert(HashOf(TakeWord(rest)), list.parts);
      }
    }
  }

  constexpr PartSet Find(uint32_t hash) const {
    for (size_t i = hash % kSlots; keys_[i] != 0; i = (i + 1) % kSlots) {
      if (keys_[i] == hash) return sets_[i];
    }
    return 0;
  }

  constexpr bool EachOnce() const { return each_once_; }

 private:
  static constexpr size_t kSlots = 4096;

  constexpr void Insert(uint32_t hash, PartSet parts) {
    size_t i = hash % kSlots;
    for (; keys_[i] != 0; i = (i + 1) % kSlots) {
      each_once_ = each_once_ && keys_[i] != hash;
    }
    keys_[i] = hash;
    sets_[i] = parts;
  }

  bool each_once_ = true;
  std::array<uint32_t, kSlots> keys_{};
  std::array<PartSet, kSlots> sets_{};
};

constexpr WordTable kWords;
static_assert(kWords.EachOnce());

/// Reads the words in the value of an attribute. Also reads two adjacent words
/// as one word: "article-body" is also "articlebody".
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
        // Text in square brackets is a style, not a name:
        // "[grid-area:sidebar]".
        if (c == '[' || c == ']') in_style_ = c == '[';
      } else {
        if (upper && before >= 'a' && before <= 'z') EndWord();
        Letter(LowerAscii(c));
      }
      before = c;
    }
    EndWord();
  }
  PartSet set() const { return set_; }

 private:
  static constexpr uint32_t kNoPair = 0;

  void Letter(char c) {
    word_ = HashStep(word_, c);
    if (pair_ != kNoPair) pair_ = HashStep(pair_, c);
    in_word_ = true;
  }
  void EndWord() {
    if (!in_word_) return;
    set_ |= kWords.Find(word_) & (in_style_ ? kModelParts : ~PartSet{0});
    if (pair_ != kNoPair) set_ |= kWords.Find(pair_) & kModelParts;
    pair_ = word_;
    word_ = kHashStart;
    in_word_ = false;
  }

  PartSet set_ = 0;
  uint32_t word_ = kHashStart;
  uint32_t pair_ = kNoPair;  // hash of the previous and this word
  bool in_word_ = false;
  bool in_style_ = false;
};

/// A set of small letters, with one bit for each letter.
constexpr uint32_t LettersOf(std::string_view letters) {
  uint32_t set = 0;
  for (const char c : letters) set |= 1U << static_cast<unsigned>(c - 'a');
  return set;
}
constexpr bool IsOneOf(uint32_t letters, char c) {
  return c >= 'a' && c <= 'z' &&
         (letters >> static_cast<unsigned>(c - 'a') & 1U) != 0;
}

/// Returns whether a name after `before` is negated: "not-sr-only",
/// "no-screenreader".
bool IsNegated(std::string_view before) {
  return before.ends_with("not-") || before.ends_with("no-") ||
         before.ends_with("non-") || before.ends_with("un-");
}

}  // namespace

PartSet PartsNamed(std::string_view value) {
  // Maximum number of bytes that are read. Longer values are usually lists of
  // states that scripts write.
  constexpr size_t kMaxBytes = 400;
  WordReader reader;
  reader.Read(value.substr(0, kMaxBytes));
  return reader.set();
}

PartSet PartsOfProperty(std::string_view property) {
  // A value with a blank contains several names: "author creator".
  if (const size_t blank = property.find(' '); blank != property.npos) {
    return PartsOfProperty(property.substr(0, blank)) |
           PartsOfProperty(property.substr(blank + 1));
  }
  const size_t prefix = property.find_last_of(":/");
  if (prefix != property.npos) property.remove_prefix(prefix + 1);
  if (property == "datePublished") return SetOf(Part::kDate, Part::kPublished);
  if (property == "dateModified") return SetOf(Part::kDate, Part::kModified);
  if (property == "dateCreated") return SetOf(Part::kDate);
  if (property == "author" || property == "creator") {
    return SetOf(Part::kAuthor);
  }
  if (property == "name") return SetOf(Part::kName);
  if (property == "headline") return SetOf(Part::kHeadline);
  if (property == "alternativeHeadline") return SetOf(Part::kSubtitle);
  if (property == "articleSection") return SetOf(Part::kSection);
  if (property == "keywords") return SetOf(Part::kTagList);
  return 0;
}

bool NamesOffscreen(std::string_view value) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader",
       "screenreader", "offscreen", "element-invisible", "tooltiptext",
       "tooltip-text", "tooltip-content", "popover-content", "rollover-block",
       "hovercard"});
  static constexpr auto kFirstLetters = LettersOf("svoetprh");
  constexpr int32_t kFirstTooltip = 7;
  constexpr size_t kPrefixBytes = 2;
  static const PhraseIndex kIndex(kNames);
  for (size_t at = 0; at < value.size(); ++at) {
    if (!IsOneOf(kFirstLetters, value[at]) ||
        (at > 0 && IsAsciiLetterOrDigit(value[at - 1]))) {
      continue;
    }
    const int32_t name = kIndex.PrefixOf(value.substr(at));
    if (name < 0) continue;
    const std::string_view before = value.substr(0, at);
    if (name < kFirstTooltip ? !IsNegated(before)
                             : at <= kPrefixBytes || !before.ends_with('-')) {
      return true;
    }
  }
  return false;
}

PartSet PartsOf(html::Tag tag) {
  using html::Tag;
  switch (tag) {
    case Tag::kArticle:
      return SetOf(Part::kArticleElement);
    case Tag::kMain:
      return SetOf(Part::kMainElement);
    case Tag::kSection:
      return SetOf(Part::kSectionElement);
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kMenu:
    case Tag::kDl:
      return SetOf(Part::kListElement);
    case Tag::kTable:
      return SetOf(Part::kTableElement);
    case Tag::kFigure:
      return SetOf(Part::kFigureElement);
    case Tag::kFigcaption:
    case Tag::kCaption:
      return SetOf(Part::kCaptionElement);
    case Tag::kAside:
      return SetOf(Part::kAsideElement);
    case Tag::kNav:
      return SetOf(Part::kNav);
    case Tag::kHeader:
    case Tag::kHgroup:
      return SetOf(Part::kHeader);
    case Tag::kFooter:
      return SetOf(Part::kFooter);
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kLabel:
      return SetOf(Part::kForm);
    case Tag::kDialog:
      return SetOf(Part::kOverlay);
    case Tag::kBlockquote:
      return SetOf(Part::kQuote);
    case Tag::kAddress:
    case Tag::kTime:
      return SetOf(Part::kByline);
    default:
      return 0;
  }
}

}  // namespace newsmill::extract::lexicon
