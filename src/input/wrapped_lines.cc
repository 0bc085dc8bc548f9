#include "wrapped_lines.h"

#include <algorithm>
#include <functional>

#include "control_characters.h"
#include "markup_capture.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

// Agencies wrap lines at 69 columns or less. A longer line is not wrapped.
constexpr size_t kMaxWidth = 80;

/// Returns the number of characters.
size_t ColumnsOf(std::string_view line) {
  return static_cast<size_t>(
      std::ranges::count_if(line, std::not_fn(IsContinuationByte)));
}

/// Returns true if the line begins a list item: "- ", "* ", "1. ".
bool IsListItem(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ")) return true;
  const size_t digits =
      std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < 3 &&
         (line.substr(digits).starts_with(". ") ||
          line.substr(digits).starts_with(") "));
}

bool EndsSentence(std::string_view line) {
  line = Trim(line, " \"')");
  return !line.empty() && std::string_view(".!?:").contains(line.back());
}

/// Returns true if `next` begins a paragraph although there is no empty line.
bool BeginsParagraph(std::string_view line, std::string_view next,
                     size_t width) {
  constexpr size_t kSlack = 12;
  if (IsListItem(TrimBlanks(next))) return true;
  const auto is_column = [](std::string_view text) {
    return TrimBlanks(text).contains("   ");
  };
  if (is_column(line) || is_column(next)) return true;
  if (ColumnsOf(line) > kMaxWidth) return true;
  if (EndsSentence(line)) {
    return width <= kSlack || !IsSoftBreak(line, next, width - kSlack);
  }
  return !IsSoftBreak(line, next, width / 2);
}

/// Appends a line to the paragraph. A hyphen at the end of a line joins its
/// word with the next word.
void Join(std::string_view line, std::string& paragraph) {
  const size_t size = paragraph.size();
  const bool hyphen = size > 1 && paragraph.ends_with('-') &&
                      !IsBlank(paragraph[size - 2]) &&
                      paragraph[size - 2] != '-' && !line.starts_with("und ") &&
                      !line.starts_with("oder ") && !line.starts_with("and ") &&
                      !line.starts_with("or ");
  if (!paragraph.empty() && !hyphen) paragraph += ' ';
  paragraph += line;
}

}  // namespace

Lines WireLinesOf(std::string_view text) {
  std::string clean = WithoutControlCharacters(std::string(text));
  // Teleprinters write CR CR LF.
  if (clean.find('\n') == clean.npos) std::ranges::replace(clean, '\r', '\n');
  std::erase(clean, '\r');
  Lines lines;
  for (size_t at = 0; at <= clean.size();) {
    const size_t end = std::min(clean.find('\n', at), clean.size());
    lines.emplace_back(clean, at, end - at);
    std::string& line = lines.back();
    while (!line.empty() && IsBlank(line.back())) line.pop_back();
    at = end + 1;
  }
  return lines;
}

size_t IndentOf(std::string_view line) {
  size_t indent = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    indent += c == '\t' ? 4 : 1;
  }
  return indent;
}

size_t WidthOf(std::span<const std::string> lines) {
  constexpr size_t kMin = 40;
  size_t width = 0;
  for (const std::string& line : lines) {
    const size_t columns = ColumnsOf(line);
    if (columns > kMin && columns <= kMaxWidth)
      width = std::max(width, columns);
  }
  return width;
}

bool IsSoftBreak(std::string_view line, std::string_view next, size_t width) {
  next = TrimBlanks(next);
  const size_t word = ColumnsOf(next.substr(0, next.find(' ')));
  return ColumnsOf(line) + 1 + word > width;
}

Lines ParagraphsOf(std::span<const std::string> lines, size_t width) {
  size_t margin = std::string::npos;
  for (const std::string& line : lines) {
    if (!line.empty()) margin = std::min(margin, IndentOf(line));
  }
  Lines paragraphs;
  std::string_view last;
  for (const std::string& line : lines) {
    const std::string_view text = TrimBlanks(line);
    const bool begins = last.empty() || IndentOf(line) >= margin + 2 ||
                        BeginsParagraph(last, line, width);
    last = line;
    if (text.empty()) continue;
    if (begins) paragraphs.emplace_back();
    Join(text, paragraphs.back());
  }
  return paragraphs;
}

std::string HtmlOf(std::span<const std::string> paragraphs) {
  std::string markup;
  for (const std::string& paragraph : paragraphs) {
    markup += "<p>";
    AppendEscaped(paragraph, markup);
    markup += "</p>\n";
  }
  return markup;
}

}  // namespace newsmill::input
