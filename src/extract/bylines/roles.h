// What somebody does for a paper, beside the name in a byline.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

struct WithoutRole {
  std::string_view name;  // "" where there is nothing but a role
  bool had_role = false;
};

/// "Reporter Jane Doe", "Jane Doe chief political correspondent" and
/// "記者李明／東港報導" without what is no name.
WithoutRole NameWithoutRole(std::string_view part);

/// True for "political correspondent" and "כתבת לענייני חינוך".
bool HoldsRole(std::string_view part);

/// True for two to four letters that begin with one of the usual family names.
bool IsKoreanName(std::string_view word);
bool IsChineseName(std::string_view word);

}  // namespace newsmill::extract::bylines
