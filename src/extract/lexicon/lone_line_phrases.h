// Phrases of lines that publishing systems write between the paragraphs of an
// article, in lower case and in many languages. lone_lines.h recognises lines
// that consist of these phrases.
#pragma once

#include <span>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// A request to the reader: "Sign up for our newsletter". A request begins with
/// one of `beginnings` or ends with one of CallEndings, and contains one of
/// `objects`.
struct CallForm {
  PhraseList beginnings;
  PhraseList objects;
};

/// These functions return lists in which longer phrases come first. Apostrophes
/// are ASCII characters.

/// Returns notices that are lines of their own: "advertisement", "share this
/// article", "reading time".
PhraseList LoneNotices();
/// Returns words that a notice may also contain: "minutes", "facebook".
PhraseList LoneNoticeFillers();
/// Returns words that may follow a notice: "below", "after the".
PhraseList LoneNoticePlaces();
/// Returns labels before links to other articles: "read also", "lesen sie
/// auch". Includes the labels of phrases.h and feed_phrases.h.
PhraseList LinkLabels();
/// Returns labels before the tags of an article: "filed under". Includes
/// TagLabels.
PhraseList TagLineLabels();

/// Returns requests to subscribe, to follow, to install an app, to support the
/// site and to report an error.
std::span<const CallForm> CallForms();

/// Returns verbs at the end of requests, in languages that put the verb last.
PhraseList CallEndings();

/// Returns words of the publisher in a request: "our", "here", "your inbox".
PhraseList PublisherWords();
/// Returns words of the publisher that may also be parts of words.
PhraseList PublisherParts();
/// Returns beginnings of requests that may also begin a statement: Spanish
/// "sigue" means "follow" and "goes on".
PhraseList StatementBeginnings();

/// Returns words that report speech: "said". A line with such a word is prose.
PhraseList SpeechWords();
/// Returns words that report speech in scripts without blanks between words.
PhraseList WideSpeechWords();

}  // namespace newsmill::extract::lexicon
