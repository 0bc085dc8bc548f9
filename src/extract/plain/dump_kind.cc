#include "dump_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::plain {
namespace {

constexpr size_t kMaxLines = 400;  // later lines are ignored

template <size_t kSize>
bool StartsWithOneOf(std::string_view line,
                     const std::array<std::string_view, kSize>& starts) {
  return std::ranges::any_of(
      starts, [&](std::string_view start) { return line.starts_with(start); });
}

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

/// Returns whether the line is the first line of an HTTP request, an HTTP
/// response or a WARC record.
bool IsProtocolLine(std::string_view line) {
  static constexpr std::array<std::string_view, 4> kStarts = {
      "WARC/1.", "WARC/0.", "HTTP/1.", "HTTP/2"};
  static constexpr std::array<std::string_view, 4> kMethods = {"GET ", "POST ",
                                                               "HEAD ", "PUT "};
  return StartsWithOneOf(line, kStarts) ||
         (StartsWithOneOf(line, kMethods) && line.find(" HTTP/") != line.npos);
}

/// Returns whether the line is a header of HTTP or WARC: "Content-Type:
/// text/html".
bool IsHeaderLine(std::string_view line) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "accept", "age",        "cache-",    "connection", "content-", "etag",
      "server", "set-cookie", "transfer-", "vary",       "warc-",    "x-"};
  const size_t colon = line.find(": ");
  if (colon == line.npos || colon > 40) return false;
  const std::string name = LowerAscii(line.substr(0, colon));
  return name.find(' ') == name.npos && StartsWithOneOf(name, kNames);
}

/// Returns whether the line begins with a date and a time with seconds, an IP
/// address, or a log level.
bool IsLogLine(std::string_view line) {
  if (line.starts_with('[')) line.remove_prefix(1);
  static constexpr std::array<std::string_view, 9> kLevels = {
      "INFO ",  "INFO:",  "WARN ",  "WARNING:", "ERROR ",
      "ERROR:", "DEBUG ", "DEBUG:", "FATAL "};
  if (StartsWithOneOf(line, kLevels)) return true;
  if (Matches(line, "0000-00-00 00:00:00") ||
      Matches(line, "0000-00-00T00:00:00") ||
      Matches(line, "0000/00/00 00:00:00") ||
      Matches(line, "00/00/00 00:00:00")) {
    return true;
  }
  // "May  9 10:30:00 host"
  if (line.size() > 15 && Matches(line.substr(7), "00:00:00 ") &&
      line[3] == ' ' && IsAsciiDigit(line[5])) {
    return true;
  }
  // "192.0.2.1 - - [09/May/2026:10:30:00"
  return !line.empty() && IsAsciiDigit(line[0]) &&
         line.find(" - ") != line.npos && line.find(":") != line.npos &&
         std::ranges::count(line.substr(0, line.find(' ')), '.') == 3;
}

/// Returns whether the line looks like a line of source code.
bool IsCodeLine(std::string_view line) {
  static constexpr std::array<std::string_view, 24> kStarts = {
      "#include", "#define",   "import ",      "from ",         "def ",
      "class ",   "function ", "const ",       "let ",          "var ",
      "return ",  "return;",   "public ",      "private ",      "static ",
      "package ", "@",         "INSERT INTO ", "CREATE TABLE ", "if (",
      "for (",    "while (",   "//",           "elif "};
  if (line.ends_with(';') || line.ends_with('{') || line == "}" ||
      line == "};" || line == "})" || line == "});" || line == "]" ||
      line == "}," || line == "],") {
    return true;
  }
  const bool may_be_code =
      line.find_first_of("(){}=;<:\"'") != line.npos && !line.ends_with('.');
  if (may_be_code && StartsWithOneOf(line, kStarts)) return true;
  static constexpr std::array<std::string_view, 9> kBlocks = {
      "if ",    "for ",  "while ", "with ", "def ",
      "class ", "else:", "try:",   "except"};
  if (line.ends_with(':') && StartsWithOneOf(line, kBlocks)) return true;
  if (line.starts_with('<') && line.ends_with('>')) return true;
  if (line.starts_with("at ") && line.ends_with(')')) return true;
  if (line.starts_with('"') && line.find("\": ") != line.npos) return true;
  const size_t equals = line.find(" = ");
  return equals != line.npos && equals < 30 && !line.ends_with('.');
}

/// Returns whether the line is long ASCII text without blanks, such as base64
/// or hexadecimal digits.
bool IsEncodedLine(std::string_view line) {
  return line.size() >= 56 && line.find(' ') == line.npos &&
         line.find("://") == line.npos &&
         std::ranges::all_of(line, [](char c) { return c > ' ' && c < 0x7F; });
}

using Test = bool (*)(std::string_view);

/// Returns whether there are at least five lines and three of five pass the
/// test.
bool MostLinesAre(const std::vector<std::string_view>& lines, Test is) {
  constexpr size_t kFewest = 5;
  return lines.size() >= kFewest &&
         std::ranges::count_if(lines, is) * 5 >=
             static_cast<ptrdiff_t>(lines.size()) * 3;
}

/// Returns the number of separators outside of double quotes.
ptrdiff_t CountUnquoted(std::string_view line, char separator) {
  ptrdiff_t count = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == separator && !quoted) ++count;
  }
  return count;
}

/// Returns whether nearly all lines have the same number of separators as the
/// first line, and at least three.
bool AreRows(const std::vector<std::string_view>& lines) {
  constexpr ptrdiff_t kFewestRows = 5;
  for (const char separator : {',', ';', '\t', '|'}) {
    const auto count = [&](std::string_view line) {
      return CountUnquoted(line, separator);
    };
    const ptrdiff_t first = count(lines.front());
    if (first < 3) continue;
    const auto rows = std::ranges::count_if(
        lines, [&](std::string_view line) { return count(line) == first; });
    const auto all = static_cast<ptrdiff_t>(lines.size());
    if (all >= kFewestRows && rows * 10 >= all * 9) return true;
  }
  return false;
}

/// Returns whether the text is one JSON value: {"a":1}.
bool IsJson(const std::vector<std::string_view>& lines) {
  const std::string_view first = lines.front();
  const std::string_view last = lines.back();
  const bool begins = first.starts_with("{\"") || first.starts_with("[{") ||
                      first == "{" || first == "[";
  return begins && (last.ends_with('}') || last.ends_with(']')) &&
         lines[lines.size() > 1 ? 1 : 0].find("\":") != first.npos;
}

}  // namespace

std::string DumpKind(const std::vector<text::Block>& blocks) {
  std::vector<std::string_view> lines;
  for (const text::Block& block : blocks) {
    if (lines.size() == kMaxLines) break;
    const std::string_view line = TrimBlanks(block.raw);
    if (!line.empty()) lines.push_back(line);
  }
  if (lines.empty()) return "";
  if (IsProtocolLine(lines.front()) ||
      std::ranges::count_if(lines, IsHeaderLine) >= 4) {
    return "HTTP headers or a web archive";
  }
  if (MostLinesAre(lines, IsLogLine)) return "a log";
  if (MostLinesAre(lines, IsEncodedLine)) return "encoded data";
  if (IsJson(lines)) return "JSON";
  if (AreRows(lines)) return "rows of a table";
  if (MostLinesAre(lines, IsCodeLine)) return "source code";
  return "";
}

}  // namespace newsmill::extract::plain
