// The phrases that publishing systems add to the text of a feed item, in many
// languages.
#pragma once

#include <span>
#include <string_view>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// The form of a sentence that names an article and its site: "The post Rain
/// appeared first on Example Times." In some languages the sentence begins with
/// the title of the article. Then `begin` is "". If `end` is not "", the
/// sentence goes on after the site, and ends with `end`.
struct CreditForm {
  std::string_view begin;
  std::string_view middle;
  std::string_view end = {};
};

/// Returns the forms, as publishing systems write them.
std::span<const CreditForm> CreditForms();

PhraseList CreditMiddles();  // middles of CreditForms, in the same order

/// Returns the texts of links to the whole article, in lower case: "read more",
/// "continue reading". Longer phrases come first.
PhraseList ReadMorePhrases();

/// Returns the phrases of ReadMorePhrases that are also sentences of prose:
/// "more", "continue".
PhraseList OneWordCalls();

/// Returns headings of share links and of lists of other articles, in lower
/// case, that boilerplate.h does not know.
PhraseList TailHeadings();

/// Returns the beginnings of lines about an item, in lower case: "[link]",
/// "submitted by /u/".
PhraseList ItemNotices();

}  // namespace newsmill::extract::lexicon
