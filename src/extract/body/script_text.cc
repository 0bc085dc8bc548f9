#include "script_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

/// Returns whether a phrase of scripts, styles, JSON or markup is in the text.
/// No prose contains these phrases.
bool HasCodePhrase(std::string_view text) {
  static constexpr auto kPhrases = std::to_array<std::string_view>(
      {"function(",  "function (", "){",       ") {",          "=>",
       "var ",       "let ",       "const ",   "window.",      "document.",
       ".push(",     ".call(",     "typeof ",  "();",          "');",
       "\");",       "})",         "||",       "&&",           "===",
       "!==",        "return ",    "new Date", "jQuery",       "$(",
       "<![CDATA[",  "]]>",        "if (",     "if(",          "else {",
       "try {",      "@media",     "@import",  "@font-face",   "@keyframes",
       "!important", "px;",        "px}",      "em;",          "%;",
       "0;",         "display:",   "margin:",  "padding:",     "color:",
       "width:",     "height:",    "font-",    "<script",      "</script",
       "<style",     "</style",    "<div",     "</div",        "<iframe",
       "<img ",      "<link ",     "<span",    "\"@context\"", "\"@type\"",
       "\":\"",      "\": \"",     "\":{",     "\": {",        "\":["});
  return ContainsAny(text, kPhrases);
}

/// Returns whether the last character of the text is one at which code ends and
/// prose does not.
bool EndsLikeCode(std::string_view text) {
  static constexpr std::string_view kEnds = ";}>{)/";
  return !text.empty() && kEnds.find(text.back()) != kEnds.npos;
}

/// Returns the number of marks of code in the text. A bracket directly after a
/// name is the start of a call or of an index.
uint32_t MarksIn(std::string_view text) {
  constexpr std::string_view kMarks = "{};=<>|";
  uint32_t marks = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_call =
        i > 0 && (text[i] == '(' || text[i] == '[') &&
        (IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] == '(');
    if (is_call || kMarks.find(text[i]) != kMarks.npos) ++marks;
  }
  return marks;
}

/// Returns whether the text is a block of CSS or JavaScript in braces:
/// ".teaser{margin:0}".
bool IsBraced(std::string_view text) {
  const size_t open = text.find('{');
  return text.ends_with('}') && open != text.npos &&
         text.find_first_of(":;", open) != text.npos;
}

/// Returns whether words are after the last bracket of the text: "{"a": 1} is
/// valid JSON."
bool GoesOnAfterCode(std::string_view text) {
  const size_t last = text.find_last_of("}]>");
  if (last == text.npos) return false;
  const size_t next = text.find_first_not_of(", ", last + 1);
  return next != text.npos &&
         text::IsLetter(text::FirstCharacter(text.substr(next)));
}

/// Returns whether the text begins with a sentence that names the code: "The
/// script ended with: if (x) { y(); }". A selector of CSS is no sentence.
bool BeginsLikeSentence(std::string_view text) {
  constexpr std::ptrdiff_t kFewestBlanks = 4;
  const std::string_view start =
      text.substr(0, text.find_first_of("{}();=<>|"));
  return !start.empty() && IsAsciiLetter(start.front()) &&
         std::ranges::count(start, ' ') >= kFewestBlanks &&
         (start.find(": ") != start.npos ||
          start.find_first_of(".#,:@[") == start.npos);
}

/// Returns whether the text begins like JSON or a comment of markup, or has
/// only the marks at the end of code: "});".
bool IsSurelyCode(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kBeginnings = {
      "{\"", "[{\"", "<!--", "<![CDATA[", "{{"};
  return StartsWithAny(text, kBeginnings) ||
         (text.starts_with('}') &&
          text.find_first_not_of("});, ") == text.npos);
}

/// Returns whether the text is code. JSON may contain an article, and then has
/// few marks for its length. Other code has many marks, and ends with one.
bool IsCode(std::string_view text, uint32_t words) {
  constexpr uint32_t kWordsPerMark = 4;
  text = TrimBlanks(text);
  if (IsSurelyCode(text)) return !GoesOnAfterCode(text);
  if (!EndsLikeCode(text) || BeginsLikeSentence(text)) return false;
  if (!IsBraced(text) && !HasCodePhrase(text)) return false;
  return MarksIn(text) * kWordsPerMark >= words;
}

}  // namespace

void DropScriptText(const html::Document& page, const Outline& outline,
                    Choices& choices) {
  std::vector<size_t> code;
  const std::vector<size_t> chosen = ChosenBlocks(choices);
  bool is_shown = false;  // by the paragraph before it
  for (const size_t i : chosen) {
    const TextBlock& block = outline.blocks[i];
    const std::string_view text = outline.TextOf(block);
    if (block.tag == html::Tag::kPre || !IsCode(text, block.words)) {
      is_shown = text.ends_with(':') || text.ends_with("：");
    } else if (!is_shown) {
      code.push_back(i);
    }
  }
  if (code.empty() || code.size() * 2 > chosen.size()) return;
  if (page.FirstDescendant(page.html(), html::Tag::kCode) != html::kNoNode) {
    return;
  }
  for (const size_t i : code) choices[i].Drop("the text of a script");
}

}  // namespace newsmill::extract::body
