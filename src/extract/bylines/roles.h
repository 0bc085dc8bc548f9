// Separates names from roles in a byline.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

struct NameAndRole {
  std::string_view name;  // "" if the part has only a role
  bool had_role = false;
};

/// Returns the name in a part of a byline, without the role: "Jane Doe" for
/// "Reporter Jane Doe" and for "Jane Doe chief political correspondent", and
/// "李明" for "記者李明／東港報導".
NameAndRole NameWithoutRole(std::string_view part);

/// Returns whether the part contains a role: "political correspondent", "כתבת
/// לענייני חינוך".
bool HoldsRole(std::string_view part);

/// These functions return whether the word looks like a name. The word must
/// begin with a common family name. A Korean name must have three characters,
/// and a Chinese name two or three characters.
bool IsKoreanName(std::string_view word);
bool IsChineseName(std::string_view word);

}  // namespace newsmill::extract::bylines
