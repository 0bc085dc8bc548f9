#include "author_names.h"

#include <algorithm>
#include <array>

#include "byline_clause.h"
#include "extract/lexicon/byline_words.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "name_ends.h"
#include "name_parts.h"
#include "names.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "no_names.h"
#include "roles.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMaxPeople = 20;
constexpr size_t kMaxBytes = 600;
constexpr int32_t kMaxNameColumns = 60;
constexpr int32_t kMaxNameWords = 4;

int32_t WordsIn(std::string_view text) { return text::MeasureOf(text).words; }

/// Returns the position of the first author label ("by"). Only words of links
/// may precede the label: the result is 5 for "More by Jane Doe". Returns npos
/// if the text has no such label.
size_t AuthorLabelIn(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const lexicon::Label label = lexicon::LabelAt(text.substr(i)).label;
    if (label == lexicon::Label::kAuthor) return i;
    const size_t blank = text.find(' ', i);
    if (label != lexicon::Label::kNone || blank == text.npos ||
        !IsButton(text.substr(i, blank - i))) {
      break;
    }
    i = blank + 1;
  }
  return text.npos;
}

/// Returns the text without the labels at its start: "Jane Doe" for "Written
/// by: By Jane Doe".
std::string_view WithoutLabels(std::string_view text) {
  for (int i = 0; i < 3; ++i) {
    text = TrimName(text);
    const size_t at = AuthorLabelIn(text);
    if (at == text.npos) break;
    text.remove_prefix(at + lexicon::LabelAt(text.substr(at)).bytes);
  }
  return TrimName(text);
}

bool PassesAsName(std::string_view part, NameSource source) {
  const text::Measure measure = text::MeasureOf(part);
  if (measure.letters < 2 || measure.columns > kMaxNameColumns) return false;
  if (source == NameSource::kText) {
    std::string bare(part);
    std::erase_if(bare,
                  [](char c) { return c == '(' || c == ')' || c == '"'; });
    return !HasWithJoint(bare) && BylineOf(bare).authors.size() == 1;
  }
  const bool digits_only = part.find_first_of("0123456789 ") != part.npos &&
                           part.find_first_not_of("0123456789 ") == part.npos;
  return measure.words <= 6 && !digits_only &&
         part.find_first_of("?!<>{}=:") == part.npos &&
         part.find("：") == part.npos;
}

class NameReader {
 public:
  NameReader(NameSource source, const SiteNames& site,
             std::string_view language)
      : source_(source), site_(site), language_(language) {}

  Names Read(const BylineClause& clause) {
    names_.is_signed = clause.is_signed;
    const std::vector<NamePart> parts = NamePartsOf(clause.text, language_);
    bool skips = false;
    for (size_t i = 0; i < parts.size(); ++i) {
      if (skips && !BeginsNextAuthor(parts, i)) continue;
      skips = !ReadPart(parts[i].text);
      const bool found = !names_.people.empty() || !names_.others.empty();
      if (skips && !found && source_ == NameSource::kText) break;
    }
    if (names_.people.empty() && IsPersonalSite(names_.house)) {
      names_.people.push_back(names_.house);
    }
    return std::move(names_);
  }

 private:
  /// Returns whether part `i` names the next author. A role must precede part
  /// `i`. Example: "John Roe" in "Jane Doe, editor, and John Roe, writer". If
  /// the result is false, part `i` continues the role: "Example Times" in "Jane
  /// Doe, editor, Example Times".
  static bool BeginsNextAuthor(const std::vector<NamePart>& parts, size_t i) {
    const std::string_view text = parts[i].text;
    const lexicon::Label label = lexicon::LabelAt(text).label;
    if (label == lexicon::Label::kAuthor || HasOtherRole(text)) return true;
    if (HoldsRole(text) && NameWithoutRole(text).name.empty()) return false;
    const bool role_follows =
        i + 1 < parts.size() && HoldsRole(parts[i + 1].text);
    return role_follows || (parts[i].after_and && parts[i - 1].text.empty());
  }

  /// Adds the name in the part, if the part contains a name. Returns false if
  /// the next parts may continue this part. Example: "Example Times" may
  /// continue "editor" in "Jane Doe, editor, Example Times".
  bool ReadPart(std::string_view part) {
    if (HasOtherRole(part)) {
      KeepOther(part.substr(lexicon::LabelAt(part).bytes));
      return false;
    }
    if (const size_t size = SizeBeforeOtherWork(part); size > 0) {
      KeepOther(part.substr(0, size));
      return true;
    }
    part = WithoutAgencyAfterSlash(part);
    const std::string_view whole = part;
    part = WithoutLabels(WithoutTail(part, language_));
    if (source_ == NameSource::kText) part = WithoutDate(part);
    while (part.ends_with('.') && WordsIn(part) > 1 && part.size() > 3 &&
           part[part.size() - 3] != ' ') {
      part.remove_suffix(1);
    }
    if (part.empty()) return true;
    if (!names_.people.empty() && IsNameSuffix(part)) {
      names_.people.back() += ", " + std::string(part);
      return true;
    }
    if (IsDegree(part)) return true;
    if (IsAgency(part)) {
      if (names_.agency.empty()) names_.agency = part;
      return true;
    }
    if (IsNobody(part) || IsButton(part)) {
      names_.is_signed |= HoldsRole(part);
      return true;
    }
    // The name of a site may be "Wines in Leeds". WithoutTail has removed " in
    // Leeds" as a place. Therefore, `whole` is also compared.
    if (site_.IsName(part) ||
        (part.size() < whole.size() && site_.IsName(whole))) {
      KeepHouse(site_.IsName(part) ? part : whole);
      return true;
    }
    if (IsAddress(part)) return true;
    if (source_ == NameSource::kText && IsDesk(part) &&
        !NameWithoutRole(part).had_role)
      return true;
    if (source_ == NameSource::kText && IsCollective(part)) {
      KeepHouse(part);
      return true;
    }
    return ReadPerson(WithoutButton(part));
  }

  void KeepHouse(std::string_view part) {
    if (names_.house.empty()) names_.house = part;
  }

  bool ReadPerson(std::string_view part) {
    const NameAndRole person = NameWithoutRole(part);
    names_.is_signed |= person.had_role;
    if (person.had_role && IsRoleOfLast(part)) return false;
    part = TrimName(person.name);
    if (person.had_role) part = WithoutAgency(part);
    if (part.empty()) return false;
    if (!names_.people.empty() && source_ == NameSource::kStructured &&
        WordsIn(part) > kMaxNameWords) {
      return true;
    }
    if (!names_.people.empty() && IsUnknownDegree(part)) return true;
    if (KeepEachWord(part)) return true;
    if (!PassesAsName(part, source_)) return source_ == NameSource::kStructured;
    Keep(WithoutDegrees(part));
    return true;
  }

  /// Returns whether the part is only the role of the previous name: "AP Sports
  /// Writer", "כתבת לענייני חינוך".
  bool IsRoleOfLast(std::string_view part) const {
    if (names_.people.empty()) return false;
    const std::string_view first = part.substr(0, part.find(' '));
    const int32_t letter = text::FirstCharacter(part);
    const bool cased = text::IsUpper(letter) || text::MeasureOf(part).has_lower;
    return IsAgency(first) ||
           (!cased && !text::IsWide(letter) && HoldsRole(first));
  }

  /// Adds each word as a name if all words look like Korean or Chinese names:
  /// "李明 王芳", "김민수 박지영". Returns false if one of the words does not
  /// look like such a name.
  bool KeepEachWord(std::string_view part) {
    if (!text::IsWide(text::FirstCharacter(part))) return false;
    std::vector<std::string_view> words;
    while (!part.empty()) words.push_back(TakeWord(part));
    if (words.size() < 2 || !(std::ranges::all_of(words, IsKoreanName) ||
                              std::ranges::all_of(words, IsChineseName))) {
      return false;
    }
    for (const std::string_view word : words) Keep(word);
    return true;
  }

  /// Adds the name of a person who is not an author: "Photographs by Jane Doe".
  void KeepOther(std::string_view part) {
    part = TrimName(WithoutTail(part, language_));
    if (!part.empty()) names_.others.emplace_back(part);
  }

  /// Returns the number of bytes of a name before brackets, if the brackets
  /// state other work than writing: 8 for "Jane Doe (Photos)". Returns 0 for
  /// other texts.
  static size_t SizeBeforeOtherWork(std::string_view part) {
    const size_t open = part.rfind(" (");
    if (open == part.npos || !part.ends_with(')')) return 0;
    const std::string_view within = part.substr(open + 2);
    return NamesOtherWork(within.substr(0, within.size() - 1)) ? open : 0;
  }

  /// Returns the part without an agency after a slash: "Jane Doe" for "Jane
  /// Doe/AFP". Stores the agency if no agency is stored yet.
  std::string_view WithoutAgencyAfterSlash(std::string_view part) {
    const size_t slash = part.rfind('/');
    if (slash == part.npos || !IsAgency(part.substr(slash + 1))) return part;
    if (names_.agency.empty()) names_.agency = part.substr(slash + 1);
    return TrimName(part.substr(0, slash));
  }

  /// Returns whether the part names a person who did not write the article:
  /// "Updated by Jane Doe", "Photo: Jane Doe".
  static bool HasOtherRole(std::string_view part) {
    const lexicon::Label label = lexicon::LabelAt(part).label;
    return label == lexicon::Label::kEditor ||
           label == lexicon::Label::kUpdated;
  }

  /// Returns whether the name of a site is the name of a person.
  static bool IsPersonalSite(std::string_view name) {
    return WordsIn(name) <= 3 && !text::Folded(name).starts_with("the ") &&
           !BylineOf(name).authors.empty();
  }

  /// Returns a repeated name only once: "Jane Doe" for "Jane Doe Jane Doe". The
  /// caption of the author's picture often repeats the name.
  static std::string_view WithoutRepetition(std::string_view name) {
    const size_t half = name.size() / 2;
    const std::string_view first = name.substr(0, half);
    // "Lang Lang" is one name, not a repetition.
    const bool twice = name.size() % 2 == 1 && name[half] == ' ' &&
                       first.find(' ') != first.npos &&
                       first == name.substr(half + 1);
    return twice ? first : name;
  }

  void Keep(std::string_view name) {
    if (names_.people.size() >= kMaxPeople) return;
    name = WithoutRepetition(name);
    const std::string folded = text::Folded(name);
    const bool known = std::ranges::any_of(
        names_.people,
        [&](const auto& each) { return text::Folded(each) == folded; });
    if (!known) names_.people.emplace_back(name);
  }

  NameSource source_;
  const SiteNames& site_;
  std::string_view language_;
  Names names_;
};

/// Replaces a middle dot between two names by "、", which separates names.
/// Korean and Japanese bylines write "A·B" for two persons. Keeps the "・"
/// before a word in Katakana, because this dot is between the words of one
/// name.
std::string WithMiddleDotsCut(std::string text) {
  constexpr size_t kMinBytes = 6;
  // In "写真・森田千夏" ("photo: Chinatsu Morita"), the dot ends the label. It
  // does not separate two names.
  const size_t label = lexicon::LabelAt(text).bytes;
  for (const std::string_view dot : {"·", "ㆍ", "・"}) {
    for (size_t at = text.find(dot, label); at != text.npos;
         at = text.find(dot, at + 1)) {
      const int32_t next =
          text::FirstCharacter(std::string_view(text).substr(at + dot.size()));
      const bool hangul = next >= 0xAC00 && next <= 0xD7A3;
      const bool kanji = dot == "・" && next >= 0x4E00 && next <= 0x9FFF;
      if (at >= kMinBytes && (hangul || kanji))
        text.replace(at, dot.size(), "、");
    }
  }
  return text;
}

/// Replaces the blank between a name and the next role by "、": "本报记者
/// 李明、通讯员 王芳" for "本报记者 李明 通讯员 王芳". Changes only bylines in
/// wide characters (Chinese, Japanese, Korean). Such a byline must be signed or
/// begin with a role.
std::string WithRolesCut(std::string text, bool is_signed) {
  const auto role_at = [&](size_t at) {
    return std::ranges::any_of(
        lexicon::RolesBeforeWideNames(), [&](std::string_view role) {
          return std::string_view(text).substr(at).starts_with(role);
        });
  };
  if (!text::IsWide(text::FirstCharacter(text)) || !(is_signed || role_at(0)))
    return text;
  for (size_t at = text.find(' '); at != text.npos;
       at = text.find(' ', at + 1)) {
    // Only a blank after a name is replaced. In "本报 记者 李明", the first
    // blank follows "本报" ("our newspaper"), which is not a name.
    const bool follows_name =
        !NameWithoutRole(std::string_view(text).substr(0, at)).name.empty();
    if (follows_name && role_at(at + 1)) text.replace(at, 1, "、");
  }
  return text;
}

/// Returns the text without e-mail addresses and user names: "(Jane Doe)" for
/// "jane@example.com (Jane Doe)", "Jane Doe," for "Jane Doe @jane". Replaces a
/// user name by a comma. Otherwise, the words before and after the user name
/// would look like one name.
std::string WithoutUserNames(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const std::string_view word = TakeWord(text);
    if (word.starts_with('@') && !kept.empty()) kept += ',';
    if (word.find('@') != word.npos) continue;
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  return kept;
}

/// Returns whether the names are departments of the site, not persons:
/// "Business and Economy - Example Times".
bool AreDepartments(const Names& names, std::string_view text,
                    const SiteNames& site) {
  const size_t dash = std::max(text.rfind(" - ") + 1, text.rfind(" | ") + 1);
  return names.people.size() > 1 && dash > 0 &&
         site.IsName(TrimName(text.substr(dash))) &&
         std::ranges::all_of(names.people, [](const std::string& name) {
           return name.find(' ') == name.npos &&
                  !text::MeasureOf(name).has_wide;
         });
}

}  // namespace

Names NamesIn(std::string_view text, NameSource source, const SiteNames& site,
              std::string_view language) {
  const std::string plain = text::PlainText(TruncateUtf8(text, kMaxBytes));
  std::string bracketed;
  std::string kept = WithoutBrackets(WithoutUserNames(plain), bracketed);
  BylineClause clause;
  if (source == NameSource::kText) {
    clause = BylineClauseOf(kept, language);
  } else {
    kept = WithoutLabels(kept);
    const std::string inverted = InvertedNames(kept);
    if (!inverted.empty()) kept = inverted;
    clause.text = kept;
  }
  const std::string cut = WithLowerJoints(WithRolesCut(
      WithMiddleDotsCut(std::string(clause.text)), clause.is_signed));
  clause.text = cut;
  clause.is_signed |= !bracketed.empty() && NameWithoutRole(bracketed).had_role;
  Names names = NameReader(source, site, language).Read(clause);
  if (names.agency.empty() && IsAgency(bracketed)) names.agency = bracketed;
  if (source == NameSource::kStructured && AreDepartments(names, kept, site)) {
    names.people.clear();
  }
  return names;
}

}  // namespace newsmill::extract::bylines
