#include "name_parts.h"

#include <algorithm>
#include <array>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMaxParts = 60;

/// They join names.
constexpr std::array<std::string_view, 35> kJoints = {
    " and ", " & ",   " und ",   " et ",   " with ", " mit ",   " avec ",
    " con ", "、",    "，",      "،",      ";",      "；",      " / ",
    " та ",  " και ", " και η ", " और ",   " एवं ",   " اور ",   " ו-",
    " ও ",   " এবং ", " மற்றும் ", " మరియు ", " ಮತ್ತು ", " आणि ",   " અને ",
    " ਅਤੇ ",  "และ",   " և ",     " და ",   " oraz ", " sowie ", " və "};
/// They also join parts of one name, or begin one, so whole names must stand
/// on both sides.
constexpr std::array<std::string_view, 27> kWeakJoints = {
    " y ",  " e ",    " en ",  " i ",   " и ",  " og ", " och ",
    " ja ", " ve ",   " dan ", " és ",  " și ", " şi ", " și ",
    " và ", " un ",   " ir ",  " dhe ", " va ", " và ", " និង ",
    " နှင့် ", " agus ", " eta ", " و ",   " و",   " ו"};

struct InLanguage {
  std::string_view word;
  std::string_view languages;  // each of two letters
};
/// They are words of another kind elsewhere.
constexpr std::array<InLanguage, 6> kOwnJoints = {{
    {" a ", "cs sk"},
    {" in ", "sl"},
    {" na ", "sw"},
    {" at ", "tl fil"},
    {" र ", "ne"},
    {" व ", "mr hi"},
}};
constexpr std::array<InLanguage, 22> kPlaces = {{
    {" à ", "fr"},           {" au ", "fr"},          {" depuis ", "fr"},
    {" en ", "es fr ca gl"}, {" desde ", "es ca"},    {" em ", "pt"},
    {" da ", "it"},          {" a ", "it es"},        {" i ", "sv da nb no nn"},
    {" aus ", "de"},         {" в ", "ru"},           {" из ", "ru"},
    {" з ", "uk"},           {" w ", "pl"},           {" z ", "pl cs"},
    {" v ", "cs sk sl"},     {" iz ", "hr sr sl bs"}, {" din ", "ro"},
    {" la ", "ro"},          {" di ", "id ms"},       {" vanuit ", "nl"},
    {" fra ", "da nb no"},
}};

/// No name comes after these texts.
constexpr std::array<std::string_view, 12> kTextsAfterNames = {
    " | ", " - ",  " – ",   " — ", " • ",  " · ",
    " @",  " at ", " for ", "\n",  " on ", " from "};

int32_t WordsIn(std::string_view text) { return text::MeasureOf(text).words; }

bool IsOneOf(std::string_view language, std::string_view codes) {
  if (language.empty()) return false;
  while (!codes.empty()) {
    const std::string_view code = codes.substr(0, codes.find(' '));
    codes.remove_prefix(std::min(code.size() + 1, codes.size()));
    if (IsLanguage(language, code)) return true;
  }
  return false;
}

/// A capital, or a letter of a script that has none.
bool MayBeginName(std::string_view text) {
  const int32_t first = text::FirstCharacter(text);
  return text::IsUpper(first) ||
         (text::IsLetter(first) && first >= 0x0590 && first != 0x2019);
}

void SplitAtWeakJoint(std::string_view text, bool behind_and,
                      std::string_view language, std::vector<NamePart>& parts) {
  size_t at = text.npos;
  size_t length = 0;
  const auto consider = [&](std::string_view joint) {
    for (size_t found = text.find(joint); found < at;
         found = text.find(joint, found + 1)) {
      const std::string_view right = text.substr(found + joint.size());
      if (WordsIn(text.substr(0, found)) < 2 || WordsIn(right) < 2 ||
          !MayBeginName(right)) {
        continue;
      }
      at = found;
      length = joint.size();
      return;
    }
  };
  for (const std::string_view joint : kWeakJoints) {
    const bool is_place = std::ranges::any_of(kPlaces, [&](const auto& place) {
      return place.word == joint && IsOneOf(language, place.languages);
    });
    if (!is_place) consider(joint);
  }
  for (const InLanguage& joint : kOwnJoints) {
    if (IsOneOf(language, joint.languages)) consider(joint.word);
  }
  parts.push_back({TrimName(text.substr(0, at)), behind_and});
  if (at == text.npos || parts.size() >= kMaxParts) return;
  SplitAtWeakJoint(text.substr(at + length), true, language, parts);
}

}  // namespace

bool IsLanguage(std::string_view language, std::string_view code) {
  return language.size() >= code.size() &&
         text::Folded(language.substr(0, code.size())) == code &&
         (language.size() == code.size() || language[code.size()] == '-' ||
          language[code.size()] == '_');
}

std::string_view TrimName(std::string_view text) {
  return Trim(text, " ,;:-|/*\"");
}

std::vector<NamePart> NamePartsOf(std::string_view text,
                                  std::string_view language) {
  std::vector<NamePart> parts;
  bool behind_and = false;
  while (!text.empty() && parts.size() < kMaxParts) {
    size_t at = text.size();
    size_t length = 0;
    bool is_and = false;
    const auto consider = [&](std::string_view joint, bool joins) {
      const size_t found = text.find(joint);
      if (found >= at) return;
      at = found;
      length = joint.size();
      is_and = joins;
    };
    consider(",", false);
    for (const std::string_view joint : kJoints) {
      consider(joint, joint != "、" && joint != "，" && joint != "،");
    }
    SplitAtWeakJoint(text.substr(0, at), behind_and, language, parts);
    behind_and = is_and;
    text.remove_prefix(at + length);
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
  for (const InLanguage& place : kPlaces) {
    if (IsOneOf(language, place.languages)) cut_at_place(place.word);
  }
  return text.substr(0, end);
}

}  // namespace newsmill::extract::bylines
