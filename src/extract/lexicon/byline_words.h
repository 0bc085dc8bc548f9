// Words beside the names of a byline: roles, and links and buttons.
#pragma once

#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// True for a word that says what somebody does for a paper: "reporter",
/// "Sportjournalist", "संवाददाता". `word` is folded.
bool IsRoleWord(std::string_view word);

/// Roles of several words, each folded.
PhraseList RolePhrases();

/// Roles that are written before, or behind, a Chinese or Japanese name
/// without a blank; longest first.
PhraseList RolesBeforeWideNames();
PhraseList RolesBehindWideNames();

/// True for a word of which links and buttons beside a byline consist: "see",
/// "full", "bio". `word` is folded.
bool IsButtonWord(std::string_view word);

}  // namespace newsmill::extract::lexicon
