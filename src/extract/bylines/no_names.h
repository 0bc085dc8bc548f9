// Recognises parts of a byline that are not the name of a person.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns whether the text contains an e-mail address, a URL or a domain.
bool IsAddress(std::string_view text);

/// Returns whether the text is a word such as "admin" or "staff". Such a word
/// names neither a person nor a team.
bool IsNobody(std::string_view text);

/// Returns whether the text names a team: "The Example Team".
bool IsCollective(std::string_view text);

/// Returns whether the text is the name of an editorial office or a newspaper
/// in Chinese, Japanese or Korean: "東港支局", "編集部". Such a text is not the
/// name of a person.
bool IsDesk(std::string_view text);

/// Returns whether the text consists only of words that are common in links and
/// buttons: "See full bio".
bool IsButton(std::string_view text);

/// Returns whether the text is a degree, such as "MD" or "Ph.D.".
bool IsDegree(std::string_view text);

/// Returns whether the text is a suffix of the name before it: "Jr.".
bool IsNameSuffix(std::string_view text);

/// Returns whether the part may be a degree that IsDegree does not know: one
/// word without lower-case letters, such as "CEPF®".
bool IsUnknownDegree(std::string_view part);

}  // namespace newsmill::extract::bylines
