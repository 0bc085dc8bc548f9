// Recognises lines between the paragraphs of an article that are not part of
// the article: notices, requests, and labels before links to other articles.
// These functions need whole phrases, so that prose which only begins with the
// same words is not recognised: "Read more," she said. All functions take time
// linear in the size of the line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::extract::lexicon {

/// Returns the text in lower case and with ASCII apostrophes. The functions
/// below need such a text.
std::string FoldedLine(std::string_view text);

/// Returns whether the line consists of notices, numbers and marks: "—
/// Advertisement —", "Story continues below", "4 min read".
bool IsLoneNotice(std::string_view folded);

/// Returns whether the line is a request to subscribe, to follow, to install an
/// app or to support the site: "Get the latest news in your inbox". A question
/// may come first: "Like this? Sign up …" Returns false if the line quotes or
/// reports speech.
bool IsCallLine(std::string_view folded);

/// A label at the start of a line.
struct LineLabel {
  size_t bytes = 0;  // with the marks around the label; 0 if there is no label
  int32_t words = 0;
  bool separated = false;  // a mark such as ":" or the end of the line follows
  // The label has several words, has a colon, or is the heading of a list.
  bool clear = false;
};

/// Returns the label before links to other articles: "Read more:". A label of
/// one word counts only if it is separated.
LineLabel LinkLabelOf(std::string_view folded);
/// Returns the label before the tags of an article: "Filed under:".
LineLabel TagLabelOf(std::string_view folded);

/// Returns whether the line contains a quotation mark or a word that reports
/// speech.
bool ReportsSpeech(std::string_view folded);

}  // namespace newsmill::extract::lexicon
