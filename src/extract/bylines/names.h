// Finds the names of authors and agencies in bylines and credits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

/// Returns whether the name is in the list of news agencies: "Reuters", "AFP",
/// "新华社".
bool IsAgency(std::string_view name);

/// Returns whether the word may be part of a person's name. Returns false for
/// words of roles, organisations and menus: "Editor", "Home".
bool MayBeName(std::string_view word);

/// Returns the text without e-mail addresses: "Jane Doe" for "Jane Doe
/// (jane@x.example)" and for "jane@x.example (Jane Doe)".
std::string WithoutAddresses(std::string_view text);

// Maximum width of a byline, in columns.
inline constexpr int32_t kMaxBylineColumns = 120;

/// The names in a byline.
struct Byline {
  std::vector<std::string> authors;
  std::string agency;  // the first agency, or ""
};

/// Returns whether the text names a person and something else: "Jane
/// Doe/Times", "Jane Doe with photographs".
bool HasWithJoint(std::string_view text);

/// Returns the names in a text such as "Jane Doe and John Roe, Staff Writers",
/// without roles and e-mail addresses. Returns no names if the text does not
/// look like a list of names.
Byline BylineOf(std::string_view text);

/// Returns the names in a line, like BylineOf. Ignores an author label at the
/// start of the line: "By" in "By Jane Doe, Reuters".
Byline BylineOfLine(std::string_view line);

/// Returns the authors that a feed names. Each text of `authors` names one or
/// several authors, and may be HTML. Feeds write only names into these
/// elements. Therefore, a text that does not look like a name ("Prince") is
/// kept, unless it is a list, a URL or a role after a name.
Byline BylineOfFeed(const std::vector<std::string>& authors);

/// Returns the agency in the dateline of a paragraph: "Xinhua" for "CITY, Jan.
/// 22 (Xinhua) -- The minister …". Returns "" if the paragraph does not begin
/// with a dateline that names an agency.
std::string AgencyOfDateline(std::string_view paragraph);

}  // namespace newsmill::extract::bylines
