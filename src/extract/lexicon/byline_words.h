// Recognises words that occur near the names in a byline: words for roles, such
// as "reporter", and words of links and buttons, such as "bio".
#pragma once

#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns whether the word is a role at a newspaper: "reporter",
/// "sportjournalist", "संवाददाता". `word` must be in lower case.
bool IsRoleWord(std::string_view word);

/// Returns the roles that consist of several words, such as "staff writer". All
/// words are in lower case.
PhraseList RolePhrases();

/// Chinese and Japanese texts write a role directly before or after a name,
/// without a blank: "记者李明". These functions return such roles. Longer roles
/// come first.
PhraseList RolesBeforeWideNames();
PhraseList RolesAfterWideNames();

/// Returns whether the word is common in links and buttons near a byline:
/// "see", "full", "bio". `word` must be in lower case.
bool IsButtonWord(std::string_view word);

}  // namespace newsmill::extract::lexicon
