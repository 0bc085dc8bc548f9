// Finds the names in the author elements of feeds.
#include <algorithm>
#include <array>
#include <ranges>

#include "byline_clause.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "inverted_person.h"
#include "name_parts.h"
#include "names.h"
#include "newsmill/base/ascii.h"
#include "no_names.h"
#include "roles.h"

namespace newsmill::extract::bylines {
namespace {

/// Returns the line of a feed without e-mail addresses, and without quotation
/// marks or brackets around it.
std::string BareLine(std::string_view line) {
  const std::string text = WithoutAddresses(text::Tidy(line));
  std::string_view names = TrimName(text);
  if (names.starts_with('(') && names.find(')') == names.size() - 1) {
    names = TrimName(names.substr(1, names.size() - 2));
  }
  return std::string(names);
}

/// Returns whether a line that does not look like names may be the name of an
/// author: "Prince". A list or the URL of a profile is not a name.
bool MayBeWholeName(std::string_view line) {
  const int32_t columns = text::MeasureOf(line).columns;
  return columns > 0 && columns <= kMaxBylineColumns &&
         std::ranges::count(line, ',') < 2 && line.find("://") == line.npos &&
         !line.starts_with("www.");
}

/// Returns whether the line has only the words of a role after "our" or "a", or
/// after an adjective: "Our Special Correspondent", "A Staff Reporter".
bool IsRoleOfNobody(std::string_view line) {
  static constexpr std::array<std::string_view, 16> kDeterminers = {
      "a",      "an",    "eigener", "nossa",   "nosso", "nostra",
      "nostro", "notre", "nuestra", "nuestro", "onze",  "our",
      "own",    "unser", "unsere",  "vår"};
  if (!HoldsRole(line)) return false;
  bool has_other = false;
  while (!line.empty()) {
    const std::string_view word = TakeWord(line);
    if (word.empty()) continue;
    const bool determines =
        std::ranges::find(kDeterminers, text::Folded(word)) !=
        kDeterminers.end();
    if (!determines && MayBeName(word)) return false;
    has_other = has_other || determines || !HoldsRole(word);
  }
  return has_other;
}

/// Adds the authors and the agency that a line of a feed names. A role in the
/// line after a name is the role of that person.
void AddNamesOf(std::string_view line, bool follows_name, Byline& all) {
  const auto add = [&](std::string_view name) {
    if (std::ranges::find(all.authors, name) == all.authors.end()) {
      all.authors.emplace_back(name);
    }
  };
  std::string names = BareLine(line);
  std::string one = InvertedPerson(names);
  const lexicon::Labelled label = lexicon::LabelAt(names);
  if (label.label == lexicon::Label::kAuthor) {
    names.erase(0, label.bytes);
    if (one.empty()) one = InvertedPerson(names);
  }
  if (!one.empty()) return add(one);
  if (const std::string inverted = InvertedNames(names); !inverted.empty()) {
    for (const NamePart& part : NamePartsOf(inverted, "")) add(part.text);
    return;
  }
  if (IsNobody(names) || IsRoleOfNobody(names)) return;
  if (follows_name && NameWithoutRole(names).name.empty()) return;
  Byline byline = BylineOf(names);
  if (all.agency.empty()) all.agency = byline.agency;
  if (byline.authors.empty() && byline.agency.empty() &&
      MayBeWholeName(names)) {
    add(names);
  }
  for (const std::string& name : byline.authors) add(name);
}

}  // namespace

Byline BylineOfFeed(const std::vector<std::string>& authors) {
  Byline all;
  for (const std::string& author : authors) {
    // A line break in the markup separates authors.
    const std::string text = text::WithoutMarkup(author);
    const size_t known = all.authors.size();
    for (const auto line : std::views::split(text, '\n')) {
      AddNamesOf(std::string_view(line.begin(), line.end()),
                 all.authors.size() > known, all);
    }
  }
  return all;
}

}  // namespace newsmill::extract::bylines
