// Words near the names of a byline: roles, and words of links and buttons.
#pragma once

#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns whether the word is a role at a newspaper: "reporter",
/// "Sportjournalist", "संवाददाता". `word` is folded.
bool IsRoleWord(std::string_view word);

/// Returns the roles of several words, folded.
PhraseList RolePhrases();

/// Return the roles that Chinese and Japanese write directly before or after a
/// name, without a blank; longest first.
PhraseList RolesBeforeWideNames();
PhraseList RolesAfterWideNames();

/// Returns whether links and buttons near a byline contain the word: "see",
/// "full", "bio". `word` is folded.
bool IsButtonWord(std::string_view word);

}  // namespace newsmill::extract::lexicon
