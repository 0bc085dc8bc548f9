#include "inverted_person.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <vector>

#include "byline_clause.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "given_names.h"
#include "name_parts.h"
#include "names.h"
#include "no_names.h"
#include "roles.h"

namespace newsmill::extract::bylines {
namespace {

// Words and prefixes in lower case.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"al",  "bin", "d'", "da",  "de",  "del", "della", "den",
     "der", "di",  "do", "dos", "du",  "e",   "el",    "i",
     "ibn", "la",  "le", "ter", "van", "von", "y",     "zu"});

std::vector<std::string_view> PiecesOf(std::string_view text, char mark) {
  std::vector<std::string_view> pieces;
  for (const auto piece : std::views::split(text, mark)) {
    pieces.push_back(TrimName({piece.begin(), piece.end()}));
  }
  std::erase(pieces, "");
  return pieces;
}

bool BeginsUpper(std::string_view word) {
  return text::IsUpper(text::FirstCharacter(word));
}

/// Returns whether the word is of a name in the Latin script.
bool IsLatinNameWord(std::string_view word) {
  constexpr int32_t kAfterLatin = 0x250;
  return BeginsUpper(word) && text::FirstCharacter(word) < kAfterLatin &&
         MayBeName(word) &&
         word.find_first_of("0123456789@:/()[]?!\"&") == word.npos;
}

bool IsInitial(std::string_view word) {
  return word.ends_with('.') && BeginsUpper(word) &&
         !text::MeasureOf(word).has_lower;
}

/// What the words before the comma say about the text.
struct Family {
  size_t particles = 0;  // at the start
  size_t names = 0;      // words after these particles
  bool is_sure = false;  // the particles show that it is a family name
  bool has_given = false;
  bool ends_as_given = false;
};

/// Reads the words before the comma. Returns no names if they are not one name.
/// A capital particle at the start may be a word for "by": "Von Clara Roth".
Family FamilyIn(std::string_view text) {
  constexpr size_t kMaxNames = 4;
  const std::vector<std::string_view> words = PiecesOf(text, ' ');
  Family family;
  while (family.particles < words.size() &&
         IsParticle(words[family.particles])) {
    ++family.particles;
  }
  if (family.particles == words.size()) return {};
  const std::span names = std::span(words).subspan(family.particles);
  const bool are_names = std::ranges::all_of(names, [](std::string_view word) {
    return IsLatinNameWord(word) || (!BeginsUpper(word) && IsParticle(word));
  });
  if (!are_names || names.size() > kMaxNames || !BeginsUpper(names.back()) ||
      IsAgency(text) || HoldsRole(text)) {
    return {};
  }
  family.names = names.size();
  family.has_given = IsCommonGivenName(names.front());
  family.ends_as_given = IsCommonGivenName(names.back());
  family.is_sure =
      names.size() == 1 && family.particles > 1 && !family.has_given;
  const bool is_by = lexicon::LabelAt(text).label == lexicon::Label::kAuthor &&
                     family.particles < 2 && BeginsUpper(words[0]);
  return is_by ? Family() : family;
}

/// What the words after the comma are.
enum class Given { kNoName, kPlaceOrName, kName };

Given GivenIn(std::string_view text) {
  constexpr size_t kMaxWords = 3;
  const std::vector<std::string_view> words = PiecesOf(text, ' ');
  const bool are_names = std::ranges::all_of(words, IsLatinNameWord);
  if (words.empty() || words.size() > kMaxWords || !are_names ||
      IsAgency(text) || HoldsRole(text) || IsDegree(text) ||
      IsNameSuffix(text)) {
    return Given::kNoName;
  }
  const bool are_given = std::ranges::all_of(words, [](std::string_view word) {
    return IsInitial(word) || IsCommonGivenName(word);
  });
  if (are_given) return Given::kName;
  const bool is_place_or_name =
      words.size() == 1 && text::MeasureOf(text).has_lower;
  return is_place_or_name ? Given::kPlaceOrName : Given::kNoName;
}

/// Returns the name of the person whose family name has several words, or as
/// InvertedPerson.
std::string CompoundPerson(std::string_view before, std::string_view after) {
  const Family family = FamilyIn(before);
  const Given given = GivenIn(after);
  const size_t words = family.particles + family.names;
  if (family.names == 0 || words < 2 || given == Given::kNoName) return "";
  std::string inverted = std::string(after).append(" ").append(before);
  const bool is_name = given == Given::kName;
  if (family.is_sure || (is_name && !family.has_given)) return inverted;
  const bool one_word = after.find(' ') == after.npos;
  const bool in_doubt = family.particles == 0 && one_word &&
                        is_name == family.has_given &&
                        (is_name || !family.ends_as_given) && !IsInitial(after);
  return in_doubt ? std::string(before).append(", ").append(after) : "";
}

}  // namespace

bool IsParticle(std::string_view word) {
  return std::ranges::find(kParticles, text::Folded(word)) != kParticles.end();
}

std::string InvertedPerson(std::string_view text) {
  if (text.find(';') != text.npos) return "";
  std::vector<std::string_view> parts = PiecesOf(text, ',');
  const auto found = std::ranges::find_if(parts, IsNameSuffix);
  std::string suffix;
  if (parts.size() == 3 && found != parts.end() && found != parts.begin()) {
    suffix = std::string(", ").append(*found);
    parts.erase(found);
  }
  if (parts.size() != 2) return "";
  std::string name = CompoundPerson(parts[0], parts[1]);
  if (name.empty() && !suffix.empty()) {
    name = InvertedNames(std::string(parts[0]).append(", ").append(parts[1]));
  }
  return name.empty() ? "" : name + suffix;
}

}  // namespace newsmill::extract::bylines
