// Recognises words near the names of a byline: words of roles, and words of
// links and buttons.
#pragma once

#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns whether the word names a role at a newspaper: "reporter",
/// "Sportjournalist", "संवाददाता". `word` must be folded.
bool IsRoleWord(std::string_view word);

/// Returns the roles whose names have several words. The names are folded.
PhraseList RolePhrases();

/// These functions return the roles that Chinese and Japanese texts write
/// directly before or after a name, without a blank. The longest roles are
/// first in the list.
PhraseList RolesBeforeWideNames();
PhraseList RolesAfterWideNames();

/// Returns whether the word is common in links and buttons near a byline:
/// "see", "full", "bio". `word` must be folded.
bool IsButtonWord(std::string_view word);

}  // namespace newsmill::extract::lexicon
