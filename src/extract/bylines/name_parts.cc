#include "name_parts.h"

#include <algorithm>
#include <array>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMaxParts = 60;

/// Texts that separate two names in any language.
constexpr std::array<std::string_view, 35> kSeparators = {
    " and ", " & ",   " und ",   " et ",   " with ", " mit ",   " avec ",
    " con ", "、",    "，",      "،",      ";",      "；",      " / ",
    " та ",  " και ", " και η ", " और ",   " एवं ",   " اور ",   " ו-",
    " ও ",   " এবং ", " மற்றும் ", " మరియు ", " ಮತ್ತು ", " आणि ",   " અને ",
    " ਅਤੇ ",  "และ",   " և ",     " და ",   " oraz ", " sowie ", " və "};
/// Texts that separate names, but may also be part of a name: " y " in "José
/// Ortega y Gasset". Such a text separates two names only if each name has at
/// least two words.
constexpr std::array<std::string_view, 27> kWeakSeparators = {
    " y ",  " e ",    " en ",  " i ",   " и ",  " og ", " och ",
    " ja ", " ve ",   " dan ", " és ",  " și ", " şi ", " și ",
    " và ", " un ",   " ir ",  " dhe ", " va ", " và ", " និង ",
    " နှင့် ", " agus ", " eta ", " و ",   " و",   " ו"};

/// Texts that separate names only in the given languages.
constexpr std::array<InLanguages, 6> kSeparatorsByLanguage = {{
    {" a ", "cs sk"},
    {" in ", "sl"},
    {" na ", "sw"},
    {" at ", "tl fil"},
    {" र ", "ne"},
    {" व ", "mr hi"},
}};
/// Prepositions that precede the place of a report in the given languages:
/// "Jane Doe à Paris".
constexpr std::array<InLanguages, 22> kPlaces = {{
    {" à ", "fr"},           {" au ", "fr"},          {" depuis ", "fr"},
    {" en ", "es fr ca gl"}, {" desde ", "es ca"},    {" em ", "pt"},
    {" da ", "it"},          {" a ", "it es"},        {" i ", "sv da nb no nn"},
    {" aus ", "de"},         {" в ", "ru"},           {" из ", "ru"},
    {" з ", "uk"},           {" w ", "pl"},           {" z ", "pl cs"},
    {" v ", "cs sk sl"},     {" iz ", "hr sr sl bs"}, {" din ", "ro"},
    {" la ", "ro"},          {" di ", "id ms"},       {" vanuit ", "nl"},
    {" fra ", "da nb no"},
}};

/// Texts that end a name, as " | " in "Jane Doe | Times". The text after them
/// is not a name.
constexpr std::array<std::string_view, 13> kTextsAfterNames = {
    " | ",  " - ",   " – ", " — ",  " • ",    " · ",   " @",
    " at ", " for ", "\n",  " on ", " from ", " From "};

int32_t WordsIn(std::string_view text) { return text::MeasureOf(text).words; }

/// Returns whether the text may be the start of a name: it begins with a
/// capital letter, or with a letter of a script without capitals.
bool MayBeginName(std::string_view text) {
  const int32_t first = text::FirstCharacter(text);
  return text::IsUpper(first) ||
         (text::IsLetter(first) && first >= 0x0590 && first != 0x2019);
}

/// A quick check before the search for a separator. MayBegin returns false for
/// most positions at which no separator begins. The class stores the first byte
/// of each separator. If this byte is a blank, the class also stores the second
/// byte.
class SeparatorBytes {
 public:
  void Add(std::string_view separator) {
    first_[ByteOf(separator[0])] = true;
    if (separator[0] == ' ') second_[ByteOf(separator[1])] = true;
  }
  bool MayBegin(std::string_view text, size_t at) const {
    if (!first_[ByteOf(text[at])]) return false;
    return text[at] != ' ' ||
           (at + 1 < text.size() && second_[ByteOf(text[at + 1])]);
  }

 private:
  static size_t ByteOf(char c) { return static_cast<unsigned char>(c); }

  std::array<bool, 256> first_{};
  std::array<bool, 256> second_{};
};

/// Returns the separator at the start of the text, or "".
std::string_view SeparatorOf(std::string_view text) {
  if (text.starts_with(',')) return ",";
  const auto separator = std::ranges::find_if(
      kSeparators,
      [&](std::string_view each) { return text.starts_with(each); });
  return separator == kSeparators.end() ? "" : *separator;
}

struct FoundSeparator {
  size_t at = 0;
  std::string_view separator;  // "" if no separator was found
};

FoundSeparator FirstSeparator(std::string_view text) {
  static const SeparatorBytes kBytes = [] {
    SeparatorBytes bytes;
    bytes.Add(",");
    for (const std::string_view separator : kSeparators) bytes.Add(separator);
    return bytes;
  }();
  for (size_t at = 0; at < text.size(); ++at) {
    if (!kBytes.MayBegin(text, at)) continue;
    const std::string_view separator = SeparatorOf(text.substr(at));
    if (!separator.empty()) return {at, separator};
  }
  return {text.size(), ""};
}

bool IsPlaceWord(std::string_view word, std::string_view language) {
  return std::ranges::any_of(kPlaces, [&](const auto& place) {
    return place.word == word && IsIn(place, language);
  });
}

/// Returns the number of bytes of the weak separator at `at`. Returns 0 if no
/// weak separator is at `at`. Also returns 0 if the text before or after the
/// separator is not a whole name.
size_t WeakSeparatorAt(std::string_view text, size_t at,
                       std::string_view language) {
  const auto parts_names = [&](std::string_view separator) {
    const std::string_view right = text.substr(at + separator.size());
    return WordsIn(text.substr(0, at)) >= 2 && WordsIn(right) >= 2 &&
           MayBeginName(right);
  };
  const std::string_view rest = text.substr(at);
  for (const std::string_view separator : kWeakSeparators) {
    if (rest.starts_with(separator) && !IsPlaceWord(separator, language) &&
        parts_names(separator)) {
      return separator.size();
    }
  }
  for (const InLanguages& separator : kSeparatorsByLanguage) {
    if (rest.starts_with(separator.word) && IsIn(separator, language) &&
        parts_names(separator.word)) {
      return separator.word.size();
    }
  }
  return 0;
}

void SplitAtWeakSeparator(std::string_view text, bool after_and,
                          std::string_view language,
                          std::vector<NamePart>& parts) {
  static const SeparatorBytes kBytes = [] {
    SeparatorBytes bytes;
    for (const std::string_view separator : kWeakSeparators)
      bytes.Add(separator);
    for (const InLanguages& separator : kSeparatorsByLanguage)
      bytes.Add(separator.word);
    return bytes;
  }();
  size_t length = 0;
  size_t at = text.find(' ');
  for (; at != text.npos; at = text.find(' ', at + 1)) {
    if (!kBytes.MayBegin(text, at)) continue;
    length = WeakSeparatorAt(text, at, language);
    if (length > 0) break;
  }
  parts.push_back({TrimName(text.substr(0, at)), after_and});
  if (at == text.npos || parts.size() >= kMaxParts) return;
  SplitAtWeakSeparator(text.substr(at + length), true, language, parts);
}

/// Returns whether `word` separates two names, or a name and a place. `word`
/// begins and ends with a blank. If `word` also occurs within names, `before`
/// and `after` must have at least two words each.
bool IsJoint(std::string_view word, std::string_view before,
             std::string_view after) {
  const auto is_in = [&](const auto& words) {
    return std::ranges::find(words, word) != words.end();
  };
  if (is_in(kSeparators) || is_in(kTextsAfterNames) || word == " in ")
    return true;
  return is_in(kWeakSeparators) && WordsIn(before) >= 2 && WordsIn(after) >= 2;
}

}  // namespace

bool IsLanguage(std::string_view language, std::string_view code) {
  return language.size() >= code.size() &&
         EqualsIgnoringCase(language.substr(0, code.size()), code) &&
         (language.size() == code.size() || language[code.size()] == '-' ||
          language[code.size()] == '_');
}

bool IsIn(const InLanguages& word, std::string_view language) {
  if (language.empty()) return false;
  std::string_view codes = word.languages;
  while (!codes.empty()) {
    const std::string_view code = TakeWord(codes);
    if (IsLanguage(language, code)) return true;
  }
  return false;
}

std::string WithLowerJoints(std::string text) {
  if (text::MeasureOf(text).has_lower) return text;
  bool follows_joint = true;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    const std::string folded = text::Folded(word);
    const bool is_joint =
        !follows_joint && folded.size() == word.size() && end < text.size() &&
        IsJoint(" " + folded + " ", std::string_view(text).substr(0, begin),
                std::string_view(text).substr(end));
    if (is_joint) text.replace(begin, word.size(), folded);
    follows_joint = is_joint;
    begin = end + 1;
  }
  return text;
}

std::string_view TrimName(std::string_view text) {
  text = Trim(text, " ,;:-|/*\"");
  for (const std::string_view mark : {"·", "•", "–", "—"}) {
    if (text.ends_with(mark))
      return Trim(text.substr(0, text.size() - mark.size()), " ,;:-|/*\"");
  }
  return text;
}

std::vector<NamePart> NamePartsOf(std::string_view text,
                                  std::string_view language) {
  std::vector<NamePart> parts;
  bool after_and = false;
  while (!text.empty() && parts.size() < kMaxParts) {
    const auto [at, separator] = FirstSeparator(text);
    SplitAtWeakSeparator(text.substr(0, at), after_and, language, parts);
    after_and = !separator.empty() && separator != "," && separator != "、" &&
                separator != "，" && separator != "،";
    text.remove_prefix(at + separator.size());
  }
  return parts;
}

std::string_view WithoutTail(std::string_view text, std::string_view language) {
  size_t end = text.size();
  for (const std::string_view tail : kTextsAfterNames) {
    const size_t at = text.find(tail);
    if (at != text.npos && at > 0) end = std::min(end, at);
  }
  const auto cut_at_place = [&](std::string_view word) {
    const size_t at = text.substr(0, end).find(word);
    if (at == text.npos || WordsIn(text.substr(0, at)) < 2) return;
    if (MayBeginName(text.substr(at + word.size()))) end = at;
  };
  if (!IsLanguage(language, "sl")) cut_at_place(" in ");
  for (const InLanguages& place : kPlaces) {
    if (IsIn(place, language)) cut_at_place(place.word);
  }
  return text.substr(0, end);
}

}  // namespace newsmill::extract::bylines
