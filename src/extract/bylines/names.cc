#include "names.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "extract/lexicon/byline_words.h"
#include "extract/lexicon/labels.h"
#include "extract/lexicon/phrases.h"
#include "extract/text/characters.h"
#include "inverted_person.h"
#include "name_parts.h"
#include "newsmill/base/ascii.h"
#include "no_names.h"
#include "roles.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMaxAuthors = 12;
constexpr size_t kMaxDatelineBytes = 90;

// Words of roles, organisations and boilerplate. A text with such a word is not
// the name of a person. The words are in lower case and sorted.
constexpr std::array<std::string_view, 175> kNonNameWords = {
    "about",
    "advertisement",
    "agence",
    "agencia",
    "agencies",
    "agency",
    "agenzia",
    "analyst",
    "april",
    "associate",
    "association",
    "august",
    "author",
    "bio",
    "blog",
    "bureau",
    "business",
    "by",
    "center",
    "centre",
    "ceo",
    "certified",
    "channel",
    "chief",
    "cofounder",
    "college",
    "columnist",
    "comments",
    "committee",
    "company",
    "consultant",
    "contact",
    "content",
    "contributor",
    "coordinator",
    "copyright",
    "correspondent",
    "correspondents",
    "council",
    "daily",
    "december",
    "department",
    "desk",
    "developer",
    "digital",
    "director",
    "dziennikarz",
    "editor",
    "editorial",
    "editors",
    "expert",
    "experts",
    "february",
    "follow",
    "former",
    "foundation",
    "founder",
    "freelance",
    "friday",
    "from",
    "full",
    "giornalista",
    "gmbh",
    "grader",
    "group",
    "guest",
    "herald",
    "home",
    "image",
    "inc",
    "institute",
    "january",
    "journal",
    "journalist",
    "journaliste",
    "journalistin",
    "july",
    "june",
    "korespondent",
    "korrespondent",
    "korrespondentin",
    "leitender",
    "licensed",
    "llc",
    "login",
    "ltd",
    "magazine",
    "manager",
    "marketing",
    "media",
    "menu",
    "minutes",
    "monday",
    "more",
    "nachrichten",
    "nachrichtenagentur",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "november",
    "october",
    "online",
    "our",
    "periodista",
    "photo",
    "photographer",
    "physician",
    "policy",
    "post",
    "press",
    "presse",
    "privacy",
    "producer",
    "published",
    "radio",
    "read",
    "redacción",
    "redacteur",
    "redactie",
    "redactor",
    "redakce",
    "redakcja",
    "redakteur",
    "redakteurin",
    "redaktion",
    "redattore",
    "redazione",
    "redação",
    "reporter",
    "reporterin",
    "reporters",
    "review",
    "rédacteur",
    "rédaction",
    "saturday",
    "security",
    "senior",
    "september",
    "service",
    "services",
    "share",
    "society",
    "solutions",
    "special",
    "specialist",
    "sponsor",
    "sponsored",
    "staff",
    "strategist",
    "studio",
    "studios",
    "subscribe",
    "sunday",
    "team",
    "the",
    "thursday",
    "times",
    "today",
    "toimittaja",
    "tribune",
    "tuesday",
    "tv",
    "university",
    "updated",
    "vp",
    "web",
    "website",
    "wednesday",
    "writer",
    "zeitung",
    "журналист",
    "корреспондент",
    "редакция",
    "редакція"};

/// Words of kNonNameWords that may be inside a name, but not at its start:
/// "Nguyen The Anh", "John Doe Senior".
constexpr std::array<std::string_view, 3> kInnerNameWords = {"full", "senior",
                                                             "the"};

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = TakeWord(text);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::string_view Trim(std::string_view text) {
  static constexpr std::string_view kMarks = " ,;:.-|/*";
  const size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
  text.remove_prefix(begin);
  const size_t end = text.find_last_not_of(" ,;:-|/*");
  return text.substr(0, end == text.npos ? 0 : end + 1);
}

/// Returns whether the text may be a name in a script without capitals, such as
/// Chinese or Arabic. The text must be short.
bool IsUncasedName(std::string_view text, const text::Measure& measure) {
  const int32_t first = text::FirstCharacter(text);
  if (measure.has_wide) {
    // A foreign name has a dot between its words: "约翰·史密斯". Such a name is
    // often longer than other names.
    const bool foreign =
        text.find("·") != text.npos || text.find("・") != text.npos;
    const int32_t most = foreign ? 12 : text.find(' ') != text.npos ? 7 : 5;
    return measure.letters >= 2 && measure.letters <= most;
  }
  if (HoldsRole(text)) return false;
  return first > 0x0590 && first < 0x2000 && measure.words >= 2 &&
         measure.words <= 4;
}

/// Returns whether the word begins like a name: with a capital letter ("Doe"),
/// or with a particle and a capital letter ("d'Emilio").
bool BeginsLikeName(std::string_view word) {
  if (text::IsUpper(text::FirstCharacter(word))) return true;
  constexpr size_t kMaxParticleBytes = 4;
  for (const std::string_view apostrophe : {"'", "’"}) {
    const size_t at = word.find(apostrophe);
    if (at == word.npos || at == 0 || at > kMaxParticleBytes) continue;
    return text::IsUpper(
        text::FirstCharacter(word.substr(at + apostrophe.size())));
  }
  return false;
}

bool IsPersonName(std::string_view text) {
  const text::Measure measure = text::MeasureOf(text);
  if (text.find_first_of("0123456789@:/()[]?!\"") != text.npos ||
      text.find("：") != text.npos || IsDesk(text)) {
    return false;
  }
  const int32_t first = text::FirstCharacter(text);
  // `has_lower` is true for Georgian letters, but names in Georgian have no
  // capital letters.
  const bool georgian = first >= 0x10D0 && first <= 0x10FF;
  const bool cased = !georgian && (measure.has_lower || text::IsUpper(first));
  if (!cased) return IsUncasedName(text, measure);
  const auto words = WordsOf(text);
  if (words.size() < 2 || words.size() > 5) return false;
  for (const std::string_view word : words) {
    const std::string folded = text::Folded(word);
    const bool later = word.data() != words.front().data();
    const bool may_be_name =
        (later && IsOneOf(folded, kInnerNameWords)) || MayBeName(word);
    if (!may_be_name) return false;
    if (!BeginsLikeName(word) && !IsParticle(word)) {
      return false;
    }
  }
  return BeginsLikeName(words.back());
}

struct Part {
  std::string_view text;
  bool before_place = false;  // the word "in" follows the part
};

struct Joint {
  size_t at = 0;
  std::string_view text;  // "" at the end of the text
};

/// Joints before another person or a thing: "Jane Doe with photographs".
constexpr std::array<std::string_view, 5> kWithJoints = {"/", " with ", " mit ",
                                                         " avec ", " con "};

/// Returns whether the slash is between two names, and not in "AC/DC".
bool IsSlashOfNames(std::string_view before) {
  return text::MeasureOf(before).words >= 2;
}

/// Returns the first joint at or after `begin`.
Joint JointAt(std::string_view text, size_t begin) {
  static constexpr std::array<std::string_view, 21> kJoints = {
      ",",    " and ", " & ",  " und ", " et ",  " y ",    " e ",
      " en ", " i ",   " и ",  "、",    "，",    " و",     ";",
      " | ",  " (",    " in ", " og ",  " och ", " oraz ", " / "};
  Joint first = {text.size(), ""};
  const auto look_for = [&](std::string_view joint) {
    const size_t found = text.find(joint, begin);
    if (found >= first.at) return;
    if (joint == "/" && !IsSlashOfNames(text.substr(0, found))) return;
    first = {found, joint};
  };
  std::ranges::for_each(kJoints, look_for);
  std::ranges::for_each(kWithJoints, look_for);
  return first;
}

/// Returns whether the joint is within a family name: "y" in "José Ortega y
/// Gasset". One word follows, so there is no second full name.
bool IsWithinSurname(std::string_view text, const Joint& joint) {
  static constexpr std::array<std::string_view, 3> kWithin = {" y ", " e ",
                                                              " i "};
  if (!IsOneOf(joint.text, kWithin)) return false;
  const size_t begin = joint.at + joint.text.size();
  const std::string_view after =
      Trim(text.substr(begin, JointAt(text, begin).at - begin));
  return after.find(' ') == after.npos && MayBeName(after) &&
         text::IsUpper(text::FirstCharacter(after)) && !IsAgency(after);
}

/// Splits the text at commas, at words for "and", at "in" and at brackets.
std::vector<Part> PartsOf(std::string_view text) {
  std::vector<Part> parts;
  while (!text.empty() && parts.size() < 2 * kMaxAuthors) {
    Joint joint = JointAt(text, 0);
    while (IsWithinSurname(text, joint)) {
      joint = JointAt(text, joint.at + joint.text.size());
    }
    parts.push_back({text.substr(0, joint.at), joint.text == " in "});
    text.remove_prefix(joint.at + joint.text.size());
  }
  return parts;
}

/// Adds the person or agency that the part of a byline names. Returns false if
/// the part names neither.
bool AddPart(std::string_view part, Byline& byline) {
  if (IsAgency(part)) {
    if (byline.agency.empty()) byline.agency = part;
  } else if (IsNameSuffix(part) && !byline.authors.empty()) {
    byline.authors.back().append(", ").append(part);
  } else if (!IsPersonName(part)) {
    return false;
  } else if (byline.authors.size() < kMaxAuthors) {
    byline.authors.emplace_back(part);
  }
  return true;
}

}  // namespace

bool IsAgency(std::string_view name) {
  return std::ranges::binary_search(lexicon::AgencyNames(),
                                    std::string_view(text::Folded(Trim(name))));
}

bool MayBeName(std::string_view word) {
  const std::string folded = text::Folded(word);
  return !std::ranges::binary_search(kNonNameWords, std::string_view(folded)) &&
         !lexicon::IsRoleWord(folded);
}

std::string WithoutAddresses(std::string_view text) {
  if (text.find('@') == text.npos) return std::string(text);
  std::string kept;
  for (const std::string_view word : WordsOf(text)) {
    if (word.find('@') != word.npos) {
      if (word.ends_with(',') || word.ends_with(';')) kept += word.back();
      continue;
    }
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  std::erase_if(kept, [](char c) { return c == '(' || c == ')'; });
  return kept;
}

bool HasWithJoint(std::string_view text) {
  return ContainsAny(text, kWithJoints);
}

Byline BylineOf(std::string_view text) {
  Byline byline;
  if (text::MeasureOf(text).columns > kMaxBylineColumns) return byline;
  bool first = true;
  bool after_in = false;
  const std::string names = WithLowerJoints(WithoutAddresses(text));
  for (const auto& [whole, before_place] : PartsOf(names)) {
    // In "Jane Doe in Oslo, Rome and New York", the parts after "in" are
    // places. A part before the next "in" is a person.
    const bool is_place = after_in && !before_place;
    after_in = after_in || before_place;
    if (is_place) continue;
    const std::string_view part = Trim(NameWithoutRole(Trim(whole)).name);
    if (!AddPart(part, byline) && first) return {};
    first = false;
  }
  return byline;
}

Byline BylineOfLine(std::string_view line) {
  const lexicon::Labelled label = lexicon::LabelAt(line);
  if (label.label == lexicon::Label::kAuthor) line.remove_prefix(label.bytes);
  return BylineOf(line);
}

std::string AgencyOfDateline(std::string_view paragraph) {
  paragraph = paragraph.substr(0, kMaxDatelineBytes);
  const size_t open = paragraph.find('(');
  if (open == paragraph.npos || open < 3) return "";
  const size_t close = paragraph.find(')', open);
  if (close == paragraph.npos) return "";
  const std::string_view after = Trim(paragraph.substr(close + 1, 4));
  const bool dash = paragraph.substr(close + 1).starts_with(" -") ||
                    paragraph.substr(close + 1).starts_with(" —") ||
                    paragraph.substr(close + 1).starts_with(" –") ||
                    after.starts_with("—");
  const std::string_view name = paragraph.substr(open + 1, close - open - 1);
  return dash && IsAgency(name) ? std::string(name) : "";
}

}  // namespace newsmill::extract::bylines
