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

/// The first bytes of joints, and the second bytes of those that begin with a
/// blank. This is a fast way to see that no joint is at a place.
class JointBytes {
 public:
  void Add(std::string_view joint) {
    first_[ByteOf(joint[0])] = true;
    if (joint[0] == ' ') second_[ByteOf(joint[1])] = true;
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

/// Returns the joint at the start of the text, or "".
std::string_view JointOf(std::string_view text) {
  if (text.starts_with(',')) return ",";
  const auto joint = std::ranges::find_if(
      kJoints, [&](std::string_view each) { return text.starts_with(each); });
  return joint == kJoints.end() ? "" : *joint;
}

struct FoundJoint {
  size_t at = 0;
  std::string_view joint;  // "" if there is none
};

FoundJoint FirstJoint(std::string_view text) {
  static const JointBytes kBytes = [] {
    JointBytes bytes;
    bytes.Add(",");
    for (const std::string_view joint : kJoints) bytes.Add(joint);
    return bytes;
  }();
  for (size_t at = 0; at < text.size(); ++at) {
    if (!kBytes.MayBegin(text, at)) continue;
    const std::string_view joint = JointOf(text.substr(at));
    if (!joint.empty()) return {at, joint};
  }
  return {text.size(), ""};
}

bool IsPlaceWord(std::string_view word, std::string_view language) {
  return std::ranges::any_of(kPlaces, [&](const auto& place) {
    return place.word == word && IsOneOf(language, place.languages);
  });
}

/// Returns the bytes of the weak joint at `at` that parts whole names, or 0.
size_t WeakJointAt(std::string_view text, size_t at,
                   std::string_view language) {
  const auto parts_names = [&](std::string_view joint) {
    const std::string_view right = text.substr(at + joint.size());
    return WordsIn(text.substr(0, at)) >= 2 && WordsIn(right) >= 2 &&
           MayBeginName(right);
  };
  const std::string_view rest = text.substr(at);
  for (const std::string_view joint : kWeakJoints) {
    if (rest.starts_with(joint) && !IsPlaceWord(joint, language) &&
        parts_names(joint)) {
      return joint.size();
    }
  }
  for (const InLanguage& joint : kOwnJoints) {
    if (rest.starts_with(joint.word) && IsOneOf(language, joint.languages) &&
        parts_names(joint.word)) {
      return joint.word.size();
    }
  }
  return 0;
}

void SplitAtWeakJoint(std::string_view text, bool behind_and,
                      std::string_view language, std::vector<NamePart>& parts) {
  static const JointBytes kBytes = [] {
    JointBytes bytes;
    for (const std::string_view joint : kWeakJoints) bytes.Add(joint);
    for (const InLanguage& joint : kOwnJoints) bytes.Add(joint.word);
    return bytes;
  }();
  size_t length = 0;
  size_t at = text.find(' ');
  for (; at != text.npos; at = text.find(' ', at + 1)) {
    if (!kBytes.MayBegin(text, at)) continue;
    length = WeakJointAt(text, at, language);
    if (length > 0) break;
  }
  parts.push_back({TrimName(text.substr(0, at)), behind_and});
  if (at == text.npos || parts.size() >= kMaxParts) return;
  SplitAtWeakJoint(text.substr(at + length), true, language, parts);
}

}  // namespace

bool IsLanguage(std::string_view language, std::string_view code) {
  return language.size() >= code.size() &&
         EqualsIgnoringCase(language.substr(0, code.size()), code) &&
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
    const auto [at, joint] = FirstJoint(text);
    SplitAtWeakJoint(text.substr(0, at), behind_and, language, parts);
    behind_and = !joint.empty() && joint != "," && joint != "、" &&
                 joint != "，" && joint != "،";
    text.remove_prefix(at + joint.size());
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
