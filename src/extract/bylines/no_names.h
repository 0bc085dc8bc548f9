// Parts of a byline that are no name of a person.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns whether the text has an e-mail address, a URL or a domain.
bool IsAddress(std::string_view text);

/// Returns whether the text is "admin", "staff" or the like.
bool IsNobody(std::string_view text);

/// Returns whether the text is like "The Example Team": nobody in particular,
/// but somebody.
bool IsCollective(std::string_view text);

/// Returns whether the text is only words of links: "See full bio".
bool IsButton(std::string_view text);

/// Returns whether the text is a degree, as "MD" or "Ph.D.".
bool IsDegree(std::string_view text);

/// Returns whether the text ends the name before it: "Jr.".
bool IsNameSuffix(std::string_view text);

/// Returns whether the text looks like a degree that no list has: a word of
/// capitals, as "CEPF®".
bool IsUnknownDegree(std::string_view text);

}  // namespace newsmill::extract::bylines
