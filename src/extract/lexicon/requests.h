// Finds requests to the reader of a page: to accept cookies, to change the
// browser, to log in, to pay. A page that only makes requests is a wall in
// front of an article. An article about cookies reports, and makes no requests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// These functions return phrases in lower case, in the main languages of news.
/// A phrase of RequestPhrases asks for consent to cookies, for other browser
/// settings, or for a proof that the reader is human. A phrase of AccessPhrases
/// asks the reader to log in or to pay. A phrase of ErrorPhrases states that
/// the page cannot be shown; other texts may contain such phrases too.
PhraseList RequestPhrases();
PhraseList AccessPhrases();
PhraseList ErrorPhrases();
/// Returns texts of buttons ("accept all"), and titles of error pages ("page
/// not found"). The list of buttons is sorted.
PhraseList RequestButtons();
PhraseList ErrorTitles();

/// The requests in a text.
struct Requests {
  uint32_t count = 0;
  size_t first = std::string_view::npos;  // byte offset of the first request
  size_t first_bytes = 0;                 // size of the first request
};

/// Finds the phrases of RequestPhrases in a text. Does not count phrases
/// between quotation marks, because articles about walls quote them. A text
/// that is a button counts as one request. `folded` must be in lower case.
/// Takes time linear in the size of the text.
Requests RequestsIn(std::string_view folded);

/// Returns the number of phrases of RequestPhrases and AccessPhrases in a text.
/// Counts like RequestsIn.
uint32_t AllRequestsIn(std::string_view folded);
/// Returns the number of phrases of ErrorPhrases in a text. Does not count
/// phrases between quotation marks.
uint32_t ErrorsIn(std::string_view folded);

/// Returns the title without the titles of error pages in it: " | example
/// times" for "404 page not found | example times". `folded` must be in lower
/// case.
std::string WithoutErrorTitles(std::string_view folded);

}  // namespace newsmill::extract::lexicon
