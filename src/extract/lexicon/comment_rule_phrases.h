// Beginnings of words in the rules of a comment section, in lower case and in
// many languages.
#pragma once

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Returns words for a comment, a reader's opinion and a discussion.
PhraseList CommentWords();
/// Returns words of rules: "moderat", "guidelines", "courteous". A rule has at
/// least two of them.
PhraseList RuleWords();
/// Returns words that speak to the reader or for the site: "please", "your
/// comment", "we reserve". A rule has one of them.
PhraseList RuleVoices();
/// Returns words of a notice that opinions are not those of the site.
PhraseList OpinionNoticeWords();

}  // namespace newsmill::extract::lexicon
