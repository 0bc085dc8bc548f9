#include "byline_clause.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <vector>

#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "name_parts.h"
#include "names.h"
#include "newsmill/base/ascii.h"
#include "no_names.h"
#include "roles.h"

namespace newsmill::extract::bylines {
namespace {

using lexicon::Label;

/// Words that mean "by" in the given languages, in lower case. In other
/// languages, these words have other meanings: "de" means "by" in Romanian, but
/// not in French.
constexpr std::array<InLanguages, 20> kByWords = {{
    {"de", "ro"},       {"per", "ca"},   {"od", "cs sk hr sr sl bs mk"},
    {"от", "bg ru mk"}, {"од", "sr mk"}, {"від", "uk"},
    {"του", "el"},      {"της", "el"},   {"των", "el"},
    {"από", "el"},      {"از", "fa ur"}, {"bởi", "vi"},
    {"przez", "pl"},    {"na", "sw"},    {"ni", "tl fil"},
    {"deur", "af"},     {"nga", "sq"},   {"gan", "cy"},
    {"eftir", "is"},    {"ад", "be"},
}};
/// Words that precede a name in some lines, in lower case: "From Jane Doe".
/// Many other lines also begin with these words. Therefore, such a word does
/// not show that a name follows.
constexpr std::array<InLanguages, 2> kWeakByWords = {{
    {"from", "en"},
    {"theo", "vi"},
}};

bool HasDigit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

/// Returns whether the text may precede the word "by" in a byline: it contains
/// a date, or begins with a label such as "Published".
bool MayPrecedeBy(std::string_view before) {
  const Label label = lexicon::LabelAt(before).label;
  if (label == Label::kUpdated || label == Label::kEditor) return false;
  return label == Label::kPublished || HasDigit(before);
}

bool HasColon(std::string_view label) {
  return label.find(':') != label.npos || label.find("：") != label.npos;
}

/// If the line begins with an author label without a colon, returns the number
/// of bytes of the label and the blank after the label: 5 for "Text Jane Doe".
/// Otherwise returns 0.
size_t BareLabelAt(std::string_view line) {
  const size_t blank = line.find(' ');
  if (blank == line.npos) return 0;
  const std::string label = std::string(line.substr(0, blank)) + ":";
  return lexicon::LabelAt(label).label == Label::kAuthor ? blank + 1 : 0;
}

/// Returns whether the text is a label for other work than writing: "Photos".
bool IsOtherLabel(std::string_view text) {
  const std::string label = std::string(text) + ":";
  const lexicon::Labelled found = lexicon::LabelAt(label);
  return found.label == Label::kEditor && found.bytes == label.size();
}

/// Returns whether the text has wide characters and begins with a label for
/// other work than writing. The label has no colon: "사진 김민수 기자", where
/// "사진" means "photo".
bool BeginsOtherWork(std::string_view text) {
  if (!text::IsWide(text::FirstCharacter(text))) return false;
  return IsOtherLabel(text.substr(0, text.find(' ')));
}

/// Returns the text before the next label: "Jane Doe" for "Jane Doe Photographs
/// by John Roe".
std::string_view BeforeNextLabel(std::string_view text) {
  text = TrimBlanks(text.substr(0, lexicon::NextLabel(text)));
  for (size_t i = text.find(' '); i != text.npos; i = text.find(' ', i + 1)) {
    const Label label = lexicon::LabelAt(text.substr(i + 1)).label;
    if (label == Label::kEditor || label == Label::kUpdated ||
        label == Label::kPublished || BeginsOtherWork(text.substr(i + 1))) {
      return text.substr(0, i);
    }
  }
  return text;
}

std::vector<std::string_view> CutAt(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = std::min(text.find(mark), text.size());
    parts.push_back(TrimName(text.substr(0, at)));
    if (at == text.size()) return parts;
    text.remove_prefix(at + 1);
  }
}

/// Returns whether the text consists of initials: "J.", "P. R.", "J.-P.".
bool IsInitials(std::string_view text) {
  return text.find('.') != text.npos &&
         std::ranges::none_of(text,
                              [](char c) {
                                return (c >= 'a' && c <= 'z') ||
                                       (c >= '0' && c <= '9');
                              }) &&
         text::IsUpper(text::FirstCharacter(text));
}

/// Returns whether the text may be a family name: one word, or a particle and
/// one word ("van Dijk").
bool IsFamilyName(std::string_view text) {
  const int32_t words = text::MeasureOf(text).words;
  const size_t blank = text.find(' ');
  const bool particle =
      blank <= 3 && !text::IsUpper(text::FirstCharacter(text));
  return (words == 1 || (words == 2 && particle)) && !IsAgency(text) &&
         text::IsUpper(
             text::FirstCharacter(text.substr(particle ? blank + 1 : 0))) &&
         text::MeasureOf(text).has_lower && MayBeName(text) && !HasDigit(text);
}

bool IsGivenName(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kOthers = {
      "jr", "jr.", "sr", "sr.", "ii", "iii"};
  const text::Measure measure = text::MeasureOf(text);
  if (measure.words < 1 || measure.words > 2 || HasDigit(text)) return false;
  if (IsInitials(text)) return true;
  if (!measure.has_lower || HoldsRole(text) || IsAgency(text)) return false;
  const std::string folded = text::Folded(text);
  if (std::ranges::find(kOthers, folded) != kOthers.end()) return false;
  bool names = true;
  for (const std::string_view word : CutAt(text, ' ')) {
    names = names && text::IsUpper(text::FirstCharacter(word)) &&
            MayBeName(word) && word.size() > 2;
  }
  return names ||
         (measure.words == 2 && IsInitials(text.substr(text.find(' ') + 1)));
}

/// Returns whether the part of a list is a suffix of the name before it, or
/// means that the list continues with other names: "et al.".
bool AddsNoName(std::string_view part) {
  return part.empty() || part == "al" || part == "al." || IsNameSuffix(part);
}

/// Returns the parts of a list between its commas and its words for "and".
std::vector<NamePart> ListParts(std::string_view text) {
  std::vector<NamePart> parts;
  for (const auto piece : std::views::split(text, ',')) {
    for (const NamePart& part :
         NamePartsOf(std::string_view(piece.begin(), piece.end()), "")) {
      if (!AddsNoName(part.text)) parts.push_back(part);
    }
  }
  return parts;
}

/// Returns whether each two parts are a family name and a given name. In a list
/// with commas only, each given name must be initials, because "Anna, Bert,
/// Carl, Dora" has the same form.
bool AreInverted(const std::vector<NamePart>& parts) {
  bool all_initials = parts.size() > 2;
  bool all_names = true;
  for (size_t i = 0; i + 1 < parts.size(); i += 2) {
    const std::string_view family = parts[i].text;
    const std::string_view given = parts[i + 1].text;
    if (parts[i + 1].after_and) return false;
    all_initials = all_initials && IsInitials(given) && !IsInitials(family);
    all_names = all_names && (i == 0 || parts[i].after_and) &&
                IsFamilyName(family) && IsGivenName(given);
  }
  return parts.size() % 2 == 0 && (all_initials || all_names);
}

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Bracket, 6> kBrackets = {{{"(", ")"},
                                               {"[", "]"},
                                               {"（", "）"},
                                               {"【", "】"},
                                               {"［", "］"},
                                               {"〔", "〕"}}};

/// If `text` begins with one of `words`, returns the number of bytes of the
/// word and the blanks and colons after the word. Considers only words of
/// `language`. Returns 0 if `text` begins with none of these words.
size_t WordAt(std::span<const InLanguages> words, std::string_view text,
              std::string_view language) {
  if (language.empty()) return 0;
  for (const InLanguages& each : words) {
    if (text.size() <= each.word.size()) continue;
    const size_t end = text.find_first_not_of(" :", each.word.size());
    if (end == each.word.size() || end == text.npos) continue;
    if (text::Folded(text.substr(0, each.word.size())) != each.word) continue;
    if (IsIn(each, language)) return end;
  }
  return 0;
}

}  // namespace

size_t ByWordAt(std::string_view text, std::string_view language) {
  return WordAt(kByWords, text, language);
}

BylineClause BylineClauseOf(std::string_view line, std::string_view language) {
  const auto signed_by = [](std::string_view names) {
    return BylineClause{.text = BeforeNextLabel(names), .is_signed = true};
  };
  const lexicon::Labelled label = lexicon::LabelAt(line);
  if (label.label == Label::kAuthor) return signed_by(line.substr(label.bytes));
  if (const size_t bytes = ByWordAt(line, language); bytes > 0) {
    return signed_by(line.substr(bytes));
  }
  if (const size_t bytes = BareLabelAt(line); bytes > 0) {
    // In an English title, each word begins with a capital letter. Therefore,
    // "Text" may be a word of a title, and does not show that the line is
    // signed.
    BylineClause clause = signed_by(line.substr(bytes));
    clause.is_signed = !language.empty() && !IsLanguage(language, "en");
    return clause;
  }
  for (size_t i = line.find(' '); i != line.npos; i = line.find(' ', i + 1)) {
    const std::string_view rest = line.substr(i + 1);
    const std::string_view before = line.substr(0, i);
    const lexicon::Labelled inner = lexicon::LabelAt(rest);
    if (inner.label == Label::kAuthor &&
        (HasColon(rest.substr(0, inner.bytes)) || MayPrecedeBy(before))) {
      return signed_by(rest.substr(inner.bytes));
    }
    const size_t bytes = std::max(ByWordAt(rest, language), BareLabelAt(rest));
    if (bytes > 0 && MayPrecedeBy(before)) return signed_by(rest.substr(bytes));
  }
  if (label.label == Label::kEditor) return {.text = line};
  return {.text = BeforeNextLabel(
              line.substr(WordAt(kWeakByWords, line, language)))};
}

std::string InvertedNames(std::string_view text) {
  std::string all;
  if (text.find(',') == text.npos) return all;
  const auto add = [&](std::string_view family, std::string_view given) {
    if (!all.empty()) all += "; ";
    all.append(given).append(" ").append(family);
  };
  const auto people = CutAt(text, ';');
  if (people.size() > 1) {
    for (const std::string_view person : people) {
      const auto parts = CutAt(person, ',');
      if (parts.size() != 2 || !IsGivenName(parts[1])) return "";
      add(parts[0], parts[1]);
    }
    return all;
  }
  const auto parts = ListParts(text);
  if (!AreInverted(parts)) return "";
  for (size_t i = 0; i < parts.size(); i += 2) {
    add(parts[i].text, parts[i + 1].text);
  }
  return all;
}

bool NamesOtherWork(std::string_view work) {
  return IsOtherLabel(work) && !IsNobody(work) && !HoldsRole(work);
}

std::string WithoutBrackets(std::string_view text, std::string& bracketed) {
  constexpr size_t kMaxWithin = 24;
  std::string kept;
  while (!text.empty()) {
    size_t at = text.npos;
    Bracket bracket;
    for (const Bracket& each : kBrackets) {
      const size_t found = text.find(each.open);
      if (found >= at) continue;
      at = found;
      bracket = each;
    }
    if (at == text.npos) return kept += text;
    const std::string_view before = text.substr(0, at);
    const size_t begin = at + bracket.open.size();
    const size_t close = text.find(bracket.close, begin);
    const std::string_view within =
        text.substr(begin, close == text.npos ? text.npos : close - begin);
    const std::string_view after =
        close == text.npos ? "" : text.substr(close + bracket.close.size());
    const bool leads = kept.empty() && TrimName(before).empty();
    const bool is_all = leads && TrimName(after).empty();
    if (is_all || (leads && (lexicon::LabelAt(within).label == Label::kAuthor ||
                             NameWithoutRole(within).had_role))) {
      text = within;
      continue;
    }
    const bool in_name =
        !leads && bracket.open == "(" && within.size() <= kMaxWithin &&
        after.starts_with(' ') && !IsAgency(within) && !HasDigit(within) &&
        text::IsUpper(text::FirstCharacter(TrimName(after))) &&
        text::IsUpper(text::FirstCharacter(within)) &&
        lexicon::LabelAt(TrimName(after)).label == Label::kNone;
    kept += before;
    if (in_name) {
      kept += text.substr(at, close + bracket.close.size() - at);
    } else if (!leads && NamesOtherWork(within)) {
      kept.append(" (").append(within).append(")");
    } else {
      bracketed = within;
      if (!kept.empty() && !kept.ends_with(' ')) kept += ' ';
    }
    text = after;
  }
  return kept;
}

}  // namespace newsmill::extract::bylines
