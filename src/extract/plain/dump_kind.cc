#include "dump_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "dump_lines.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::plain {
namespace {

using Lines = std::vector<std::string_view>;
using Test = bool (*)(std::string_view);

constexpr size_t kMaxLines = 400;  // lines after these are ignored

ptrdiff_t SizeOf(const Lines& lines) {
  return static_cast<ptrdiff_t>(lines.size());
}

/// Returns whether the text has at least five lines, and at least three fifths
/// of the lines pass the test.
bool MostLinesAre(const Lines& lines, Test is) {
  constexpr size_t kFewest = 5;
  return lines.size() >= kFewest &&
         std::ranges::count_if(lines, is) * 5 >= SizeOf(lines) * 3;
}

size_t BytesOf(const Lines& lines) {
  size_t bytes = 0;
  for (const std::string_view line : lines) bytes += line.size();
  return bytes;
}

/// Returns the number of separators outside of double quotes. If `tight` is
/// true, ignores separators before a blank, at the end of the line, and between
/// two digits, because prose and numbers have such separators.
ptrdiff_t CountUnquoted(std::string_view line, char separator, bool tight) {
  ptrdiff_t count = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] != separator || quoted) continue;
    const char next = i + 1 < line.size() ? line[i + 1] : ' ';
    const bool in_number =
        i > 0 && IsAsciiDigit(line[i - 1]) && IsAsciiDigit(next);
    count += tight && (next == ' ' || in_number) ? 0 : 1;
  }
  return count;
}

bool HasSentence(const Lines& lines) {
  return std::ranges::any_of(lines, IsSentence);
}

/// The minimum size of a table.
struct TableSize {
  ptrdiff_t rows;        // minimum number
  ptrdiff_t separators;  // minimum number in each row
  bool tight;            // argument of CountUnquoted
};

/// Returns whether the lines are rows of a table. There must be enough lines,
/// and at least nine tenths of the lines must have as many separators as the
/// first line. `fewest` has the minimum numbers of lines and separators.
bool AreRows(const Lines& lines, const TableSize& fewest) {
  if (SizeOf(lines) < fewest.rows) return false;
  for (const char separator : {',', ';', '\t', '|'}) {
    const auto count = [&](std::string_view line) {
      return fewest.tight && HasForeignLetters(line)
                 ? 0
                 : CountUnquoted(line, separator, fewest.tight);
    };
    const ptrdiff_t first = count(lines.front());
    if (first < fewest.separators) continue;
    const auto rows = std::ranges::count_if(
        lines, [&](std::string_view line) { return count(line) == first; });
    if (rows * 10 >= SizeOf(lines) * 9) return true;
  }
  return false;
}

bool IsTable(const Lines& lines) {
  return AreRows(lines, {.rows = 5, .separators = 3, .tight = false}) ||
         (!HasSentence(lines) &&
          AreRows(lines, {.rows = 10, .separators = 1, .tight = true}));
}

/// Returns whether the text is one JSON value: {"a":1}.
bool IsJson(const Lines& lines) {
  const std::string_view first = lines.front();
  const std::string_view last = lines.back();
  const bool begins = first.starts_with("{\"") || first.starts_with("[{") ||
                      first == "{" || first == "[";
  return begins && (last.ends_with('}') || last.ends_with(']')) &&
         lines[lines.size() > 1 ? 1 : 0].find("\":") != first.npos;
}

/// Returns whether the lines are HTTP headers or a web archive.
bool IsWeb(const Lines& lines) {
  return IsProtocolLine(lines.front()) ||
         std::ranges::count_if(lines, IsHeaderLine) >= 4;
}

bool IsEncoded(const Lines& lines) {
  constexpr size_t kLong = 200;  // bytes
  return MostLinesAre(lines, IsEncodedLine) ||
         (BytesOf(lines) >= kLong && std::ranges::all_of(lines, IsEncodedLine));
}

/// Returns whether at least a quarter of the lines state times of subtitles:
/// "00:01.000 --> 00:04.000".
bool AreSubtitles(const Lines& lines) {
  constexpr ptrdiff_t kFewest = 3;
  const ptrdiff_t times = std::ranges::count_if(lines, IsTimingLine);
  return times >= kFewest && times * 4 >= SizeOf(lines);
}

bool IsCode(const Lines& lines) {
  return lines.front().starts_with("#!/") || MostLinesAre(lines, IsCodeLine);
}

bool HasText(std::string_view line) {
  return HasWords(line) || HasForeignLetters(line);
}

bool AreMailHeaders(const Lines& lines) {
  return MostLinesAre(lines, IsMailHeaderLine) && !HasSentence(lines);
}

/// Returns whether the text is long and almost no line has words. Memory dumps,
/// settings and columns of numbers are such texts.
bool LacksWords(const Lines& lines) {
  constexpr ptrdiff_t kManyLines = 20;
  constexpr size_t kManyBytes = 400;
  const ptrdiff_t texts = std::ranges::count_if(lines, HasText);
  if (SizeOf(lines) >= kManyLines) {
    return texts * 10 < SizeOf(lines) && !HasSentence(lines);
  }
  return texts == 0 && BytesOf(lines) >= kManyBytes;
}

struct Kind {
  bool (*fits)(const Lines& lines);
  std::string_view name;
};

/// The kinds of text. If a text fits several kinds, the first of these kinds is
/// its kind.
constexpr std::array<Kind, 10> kKinds = {{
    {IsWeb, "HTTP headers or a web archive"},
    {[](const Lines& lines) { return MostLinesAre(lines, IsLogLine); },
     "a log"},
    {[](const Lines& lines) { return MostLinesAre(lines, IsTestLine); },
     "a log"},
    {IsEncoded, "encoded data"},
    {IsJson, "JSON"},
    {IsTable, "rows of a table"},
    {AreSubtitles, "subtitles"},
    {IsCode, "source code"},
    {AreMailHeaders, "mail headers"},
    {LacksWords, "lines without sentences"},
}};

}  // namespace

std::string DumpKind(const std::vector<text::Block>& blocks) {
  Lines lines;
  for (const text::Block& block : blocks) {
    if (lines.size() == kMaxLines) break;
    const std::string_view line = TrimBlanks(block.raw);
    if (!line.empty()) lines.push_back(line);
  }
  if (lines.empty()) return "";
  const auto* const kind = std::ranges::find_if(
      kKinds, [&](const Kind& each) { return each.fits(lines); });
  return kind == kKinds.end() ? "" : std::string(kind->name);
}

}  // namespace newsmill::extract::plain
