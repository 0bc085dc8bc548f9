#include "dump_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::plain {
namespace {

/// Returns whether the text begins with the pattern. A '0' in the pattern
/// matches any digit.
bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '0' ? !IsAsciiDigit(text[i]) : text[i] != pattern[i]) {
      return false;
    }
  }
  return true;
}

/// Returns the name of a header in lower case: "content-type" for
/// "Content-Type: text/html". Returns "" for other lines.
std::string HeaderName(std::string_view line) {
  const size_t colon = line.find(": ");
  if (colon > 40) return "";
  std::string name = LowerAscii(line.substr(0, colon));
  return name.find(' ') == name.npos ? name : "";
}

/// Returns whether the line is a header with one of the names. A name in
/// `names` that ends with "-" matches all header names with this beginning:
/// "x-" for "x-cache".
template <size_t kSize>
bool IsOneOfHeaders(std::string_view line,
                    const std::array<std::string_view, kSize>& names) {
  const std::string name = HeaderName(line);
  return std::ranges::any_of(names, [&](std::string_view each) {
    return each.ends_with('-') ? name.starts_with(each) : name == each;
  });
}

bool IsHigh(char c) { return (c & 0x80) != 0; }

/// Returns whether the token is a word, with or without punctuation: "(don't,".
/// A token with a colon is a label, not a word.
bool IsWord(std::string_view token) {
  constexpr std::string_view kBefore = "\"'([";
  constexpr std::string_view kAfter = "\"')].,;!?";
  token.remove_prefix(std::min(token.find_first_not_of(kBefore), token.size()));
  token = token.substr(0, token.find_last_not_of(kAfter) + 1);
  return !token.empty() && token.front() != '-' &&
         std::ranges::all_of(token, [](char c) {
           return IsAsciiLetter(c) || IsHigh(c) || c == '\'' || c == '-';
         });
}

/// The numbers of words and of other tokens in a line. Blanks separate tokens.
struct Tokens {
  size_t words = 0;
  size_t others = 0;
};

Tokens TokensOf(std::string_view line) {
  Tokens tokens;
  for (size_t begin = 0; begin < line.size();) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) {
      ++(IsWord(line.substr(begin, end - begin)) ? tokens.words
                                                 : tokens.others);
    }
    begin = end + 1;
  }
  return tokens;
}

/// Returns the length of the name at the start of the line: 5 for "max_x=3".
size_t NameSize(std::string_view line) {
  const auto* const end = std::ranges::find_if_not(line, [](char c) {
    return IsAsciiLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  });
  return static_cast<size_t>(end - line.begin());
}

/// Returns whether the line begins with a name and, directly after the name,
/// `mark`.
bool IsNameBefore(std::string_view line, char mark) {
  const size_t size = NameSize(line);
  return size > 0 && size < line.size() && line[size] == mark;
}

/// Returns whether the line gives a value to a name that begins with a small
/// letter: "- level: 3".
bool IsSetting(std::string_view line) {
  if (line.starts_with("- ")) line.remove_prefix(2);
  return IsNameBefore(line, ':') && line[0] >= 'a' && line[0] <= 'z';
}

/// Returns whether the line gives a value to a name ("level=3"), calls a
/// function ("boat.sail(wind)"), is a comment, or is the name of a section
/// ("[boats]").
bool IsStatement(std::string_view line) {
  return IsNameBefore(line, '=') || line.starts_with("//") ||
         (IsNameBefore(line, '(') && line.ends_with(')')) ||
         (line.starts_with('[') && line.ends_with(']') &&
          line.find(' ') == line.npos);
}

}  // namespace

bool IsProtocolLine(std::string_view line) {
  static constexpr std::array<std::string_view, 4> kStarts = {
      "WARC/1.", "WARC/0.", "HTTP/1.", "HTTP/2"};
  static constexpr std::array<std::string_view, 4> kMethods = {"GET ", "POST ",
                                                               "HEAD ", "PUT "};
  return StartsWithAny(line, kStarts) ||
         (StartsWithAny(line, kMethods) && line.find(" HTTP/") != line.npos);
}

bool IsHeaderLine(std::string_view line) {
  static constexpr std::array<std::string_view, 13> kNames = {
      "accept",   "accept-", "age",    "cache-",     "connection",
      "content-", "etag",    "server", "set-cookie", "transfer-",
      "vary",     "warc-",   "x-"};
  return IsOneOfHeaders(line, kNames);
}

bool IsMailHeaderLine(std::string_view line) {
  static constexpr std::array<std::string_view, 15> kNames = {
      "received",    "message-id",      "mime-version",
      "return-path", "dkim-",           "delivered-to",
      "list-",       "references",      "in-reply-to",
      "reply-to",    "authentication-", "from",
      "to",          "subject",         "date"};
  return IsOneOfHeaders(line, kNames) || IsHeaderLine(line);
}

bool IsTimingLine(std::string_view line) {
  const size_t arrow = line.find(" --> ");
  return line.find(':') < arrow && IsAsciiDigit(line[0]) &&
         Matches(line.substr(std::min(arrow, line.size())), " --> 00");
}

bool IsTestLine(std::string_view line) {
  return Matches(line, "ok 0") || Matches(line, "not ok 0");
}

bool IsLogLine(std::string_view line) {
  if (line.starts_with('[')) line.remove_prefix(1);
  static constexpr std::array<std::string_view, 9> kLevels = {
      "INFO ",  "INFO:",  "WARN ",  "WARNING:", "ERROR ",
      "ERROR:", "DEBUG ", "DEBUG:", "FATAL "};
  if (StartsWithAny(line, kLevels)) return true;
  if (Matches(line, "0000-00-00 00:00:00") ||
      Matches(line, "0000-00-00T00:00:00") ||
      Matches(line, "0000/00/00 00:00:00") ||
      Matches(line, "00/00/00 00:00:00")) {
    return true;
  }
  // A line of syslog: "May  9 10:30:00 host".
  if (line.size() > 15 && Matches(line.substr(7), "00:00:00 ") &&
      line[3] == ' ' && IsAsciiDigit(line[5])) {
    return true;
  }
  // A line of an access log: "192.0.2.1 - - [09/May/2026:10:30:00".
  return !line.empty() && IsAsciiDigit(line[0]) &&
         line.find(" - ") != line.npos && line.find(':') != line.npos &&
         std::ranges::count(line.substr(0, line.find(' ')), '.') == 3;
}

bool IsCodeLine(std::string_view line) {
  static constexpr std::array<std::string_view, 29> kStarts = {
      "export ",      "echo ",         "$ ",      "#include", "#define",
      "import ",      "from ",         "def ",    "class ",   "function ",
      "const ",       "let ",          "var ",    "return ",  "return;",
      "public ",      "private ",      "static ", "package ", "@",
      "INSERT INTO ", "CREATE TABLE ", "if (",    "for (",    "while (",
      "raise ",       "Traceback ",    ";",       "elif "};
  if (line.ends_with(';') || line.ends_with('{') || line == "}" ||
      line == "};" || line == "})" || line == "});" || line == "]" ||
      line == "}," || line == "],") {
    return true;
  }
  const bool may_be_code =
      line.find_first_of("(){}=;<:\"'") != line.npos && !line.ends_with('.');
  if (may_be_code && StartsWithAny(line, kStarts)) return true;
  static constexpr std::array<std::string_view, 9> kBlocks = {
      "if ",    "for ",  "while ", "with ", "def ",
      "class ", "else:", "try:",   "except"};
  if (line.ends_with(':') && StartsWithAny(line, kBlocks)) return true;
  if (line.starts_with('<') && line.ends_with('>')) return true;
  if (line.ends_with('}') && line.find('{') != line.npos) return true;
  if (line.starts_with("at ") && line.ends_with(')')) return true;
  if (line.starts_with("File \"") && line.find("\", line ") != line.npos) {
    return true;
  }
  if (line.starts_with('"') && line.find("\": ") != line.npos) return true;
  const size_t equals = line.find(" = ");
  return IsStatement(line) || (equals < 30 && !line.ends_with('.'));
}

bool IsEncodedLine(std::string_view line) {
  return line.size() >= 56 && line.find(' ') == line.npos &&
         line.find("://") == line.npos &&
         std::ranges::all_of(line, [](char c) { return c > ' ' && c < 0x7F; });
}

bool HasWords(std::string_view line) {
  constexpr size_t kFewest = 2;
  if (IsSetting(line)) return false;
  const Tokens tokens = TokensOf(line);
  return tokens.words >= kFewest && tokens.words >= tokens.others;
}

bool IsSentence(std::string_view line) {
  constexpr size_t kFewest = 8;
  const Tokens tokens = TokensOf(line);
  return tokens.words >= kFewest && tokens.words >= 2 * tokens.others &&
         text::EndsSentence(line);
}

bool HasForeignLetters(std::string_view line) {
  return 3 * std::ranges::count_if(line, IsHigh) >=
         static_cast<ptrdiff_t>(line.size());
}

}  // namespace newsmill::extract::plain
