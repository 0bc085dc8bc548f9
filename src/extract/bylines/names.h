// Names of authors and agencies in bylines and credits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// "Reuters", "AFP", "新华社": by a list.
bool IsAgency(std::string_view name);

/// False for words of roles, organisations and menus: "Editor", "Home".
bool MayBeName(std::string_view word);

/// What a byline names, the label before it already removed.
struct Byline {
  std::vector<std::string> authors;
  std::string agency;  // the first, if any
};

/// "Jane Doe and John Roe, Staff Writers": names without roles, e-mail
/// addresses and agencies. Nobody when it does not read like names.
Byline BylineOf(std::string_view text);

/// The same of a line with its label: "By Jane Doe, Reuters".
Byline BylineOfLine(std::string_view line);

/// The authors that a feed names, one or several an element. A feed means
/// names, so one that does not read like one ("Prince") is kept.
Byline BylineOfFeed(const std::vector<std::string>& authors);

/// "Xinhua" of "CITY, Jan. 22 (Xinhua) -- The minister …"; empty without such a
/// dateline.
std::string AgencyOfDateline(std::string_view paragraph);

}  // namespace newsmill::extract::bylines
