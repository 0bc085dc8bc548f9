#include "blocks.h"

#include <algorithm>
#include <utility>

namespace newsmill::extract::text {
namespace {

// Minimum and maximum width of wrapped lines, in columns. E-mails and wire
// services wrap lines at 60 to 80 columns.
constexpr int32_t kMinWrapColumns = 48;
constexpr int32_t kMaxWrapColumns = 100;
constexpr int32_t kMinSoftBreaks = 3;

/// Returns the number of bytes of the line break at `i` (LF, CRLF, CR, U+2028
/// or U+2029), or 0 if no line break is at `i`.
size_t BreakAt(std::string_view text, size_t i) {
  if (text[i] == '\n') return 1;
  if (text[i] != '\r' && text[i] != '\xE2') [[likely]]
    return 0;
  if (text[i] == '\r') return text.substr(i, 2) == "\r\n" ? 2 : 1;
  const std::string_view three = text.substr(i, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

size_t LineEnd(std::string_view text, size_t begin) {
  size_t i = begin;
  while (i < text.size() && BreakAt(text, i) == 0) ++i;
  return i;
}

void Remeasure(Block& block) {
  block.measure = MeasureOf(block.text);
  block.ends_sentence = EndsSentence(block.text);
}

/// Returns the width of the first word in columns. A wide character is a word
/// of its own.
int32_t FirstWordColumns(const Block& block) {
  if (IsWide(FirstCharacter(block.text))) return 2;
  const std::string_view text = block.text;
  return MeasureOf(text.substr(0, text.find(' '))).columns;
}

bool IsSoftBreak(const Block& line, const Block& next, int32_t width) {
  if (next.after_blank) return false;
  const int32_t gap = IsWide(LastCharacter(line.text)) ? 0 : 1;
  return line.columns() + gap + FirstWordColumns(next) > width;
}

/// Returns the width in columns at which the lines were wrapped, or 0 if the
/// text has no hard wraps.
int32_t WrapWidthOf(const std::vector<Block>& lines) {
  int32_t width = 0;
  for (const Block& line : lines) width = std::max(width, line.columns());
  if (width < kMinWrapColumns || width > kMaxWrapColumns) return 0;
  int32_t soft = 0;
  int32_t unfinished = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!IsSoftBreak(lines[i], lines[i + 1], width)) continue;
    ++soft;
    if (!lines[i].ends_sentence) ++unfinished;
  }
  // Lines that are whole paragraphs usually end like a sentence. Wrapped lines
  // usually end inside a sentence.
  const bool wrapped = soft >= kMinSoftBreaks && unfinished * 2 > soft;
  return wrapped ? width : 0;
}

void Join(Block& block, const Block& next) {
  const bool glued =
      IsWide(LastCharacter(block.text)) || IsWide(FirstCharacter(next.text)) ||
      (block.text.size() > 1 && block.text.ends_with('-') &&
       IsLetter(LastCharacter(
           std::string_view(block.text).substr(0, block.text.size() - 1))));
  if (!glued) block.text += ' ';
  block.text += next.text;
  block.raw = std::string_view(block.raw.begin(), next.raw.end());
}

}  // namespace

std::vector<Block> LinesOf(std::string_view content, size_t max_blocks) {
  std::vector<Block> lines;
  bool after_blank = false;
  for (size_t begin = 0; begin < content.size();) {
    const size_t end = LineEnd(content, begin);
    Block line;
    line.raw = content.substr(begin, end - begin);
    line.text = Tidy(line.raw);
    begin = end + (end < content.size() ? BreakAt(content, end) : 0);
    if (line.text.empty()) {
      after_blank = true;
      continue;
    }
    line.after_blank = std::exchange(after_blank, false);
    Remeasure(line);
    lines.push_back(std::move(line));
    if (lines.size() >= max_blocks) break;
  }
  return lines;
}

std::vector<Block> WithoutHardWraps(std::vector<Block> lines) {
  const int32_t width = WrapWidthOf(lines);
  if (width == 0) return lines;
  std::vector<Block> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool joins = i > 0 && IsSoftBreak(lines[i - 1], lines[i], width);
    if (joins) {
      Join(blocks.back(), lines[i]);
    } else {
      if (!blocks.empty()) Remeasure(blocks.back());
      blocks.push_back(lines[i]);
    }
  }
  if (!blocks.empty()) Remeasure(blocks.back());
  return blocks;
}

}  // namespace newsmill::extract::text
