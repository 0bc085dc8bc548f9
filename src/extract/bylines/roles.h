// Separates names from roles in a byline.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

struct NameAndRole {
  std::string_view name;  // "" if the part has only a role
  bool had_role = false;
};

/// Returns the name without its role: "Jane Doe" of "Reporter Jane Doe" and of
/// "Jane Doe chief political correspondent", and "李明" of
/// "記者李明／東港報導".
NameAndRole NameWithoutRole(std::string_view part);

/// Returns whether the part contains a role: "political correspondent", "כתבת
/// לענייני חינוך".
bool HoldsRole(std::string_view part);

/// Return whether the word begins with a usual family name and has the usual
/// length: three characters in Korean, two or three in Chinese.
bool IsKoreanName(std::string_view word);
bool IsChineseName(std::string_view word);

}  // namespace newsmill::extract::bylines
