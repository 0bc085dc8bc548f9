// Names of authors and agencies in bylines and credits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// Returns whether the name is in the list of agencies: "Reuters", "AFP",
/// "新华社".
bool IsAgency(std::string_view name);

/// Returns false for words of roles, organisations and menus: "Editor", "Home".
bool MayBeName(std::string_view word);

/// The names in a byline without its label.
struct Byline {
  std::vector<std::string> authors;
  std::string agency;  // the first agency, if any
};

/// Returns the names in a text such as "Jane Doe and John Roe, Staff Writers",
/// without roles and e-mail addresses. Agencies go to `agency`. Returns no
/// names if the text does not look like names.
Byline BylineOf(std::string_view text);

/// Does the same as BylineOf, but for a line that begins with a label: "By Jane
/// Doe, Reuters".
Byline BylineOfLine(std::string_view line);

/// Returns the authors that a feed names. One element may have one or several
/// authors. These elements are meant for names, so a text that does not look
/// like a name ("Prince") is kept.
Byline BylineOfFeed(const std::vector<std::string>& authors);

/// Returns the agency of a dateline: "Xinhua" for "CITY, Jan. 22 (Xinhua) --
/// The minister …". Returns "" if there is no such dateline.
std::string AgencyOfDateline(std::string_view paragraph);

}  // namespace newsmill::extract::bylines
