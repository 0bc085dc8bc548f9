#include "feed_markup.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using model::Markup;

constexpr std::string_view kBreak = "<br><br>";

// The elements that separate paragraphs.
constexpr auto kBlockElements = std::to_array<std::string_view>(
    {"article", "blockquote", "br",     "center", "dd", "div", "dl",
     "dt",      "figure",     "footer", "h1",     "h2", "h3",  "h4",
     "h5",      "h6",         "header", "hr",     "li", "ol",  "p",
     "pre",     "section",    "table",  "td",     "tr", "ul"});

// The blanks at the start of a paragraph in Chinese and Japanese texts.
constexpr auto kIndents = std::to_array<std::string_view>(
    {"\xE3\x80\x80", "&#12288;", "&#x3000;", "\xE2\x80\x83", "&emsp;"});

bool IsNameEnd(char c) { return IsBlank(c) || c == '/' || c == '>'; }

/// Returns the name of the start tag or end tag that `text` begins with, or ""
/// if `text` does not begin with a tag. Cuts a long name.
std::string_view TagNameAt(std::string_view text) {
  constexpr size_t kMaxBytes = 16;
  text = text.substr(text.starts_with("</") ? 2 : 1, kMaxBytes);
  if (text.empty() || !IsAsciiLetter(text.front())) return "";
  const auto end = std::ranges::find_if(text, IsNameEnd);
  return std::string_view(text.begin(), end);
}

bool IsBlockElement(std::string_view name) {
  return std::ranges::any_of(kBlockElements, [&](std::string_view each) {
    return EqualsIgnoringCase(each, name);
  });
}

bool HoldsBlockElements(std::string_view html) {
  for (size_t at = html.find('<'); at != html.npos;
       at = html.find('<', at + 1)) {
    if (IsBlockElement(TagNameAt(html.substr(at)))) return true;
  }
  return false;
}

/// Returns the number of bytes up to the end of `mark`, or of the whole text if
/// it does not contain `mark`.
size_t SizeUpTo(std::string_view text, std::string_view mark) {
  const size_t at = text.find(mark);
  return at == text.npos ? text.size() : at + mark.size();
}

/// Returns the number of bytes at the start of `text` that are a tag, a comment
/// or an element without readable text. Returns 0 for text.
size_t MarkupBytesAt(std::string_view text) {
  if (text.starts_with("<!--")) return SizeUpTo(text, "-->");
  const std::string_view name = TagNameAt(text);
  if (name.empty() && !text.starts_with("<!")) return 0;
  if (EqualsIgnoringCase(name, "script")) return SizeUpTo(text, "</script>");
  if (EqualsIgnoringCase(name, "style")) return SizeUpTo(text, "</style>");
  return SizeUpTo(text, ">");
}

/// Returns the size of the character reference that `text` begins with, or 1.
size_t ReferenceBytesAt(std::string_view text) {
  constexpr size_t kMaxBytes = 12;
  const size_t end = text.substr(0, kMaxBytes).find(';');
  return end == text.npos ? 1 : end + 1;
}

/// Returns whether `html` ends with a br element.
bool EndsWithBr(std::string_view html) {
  constexpr size_t kMaxTagBytes = 256;
  if (html.size() > kMaxTagBytes)
    html = html.substr(html.size() - kMaxTagBytes);
  const size_t open = html.ends_with('>') ? html.rfind('<') : html.npos;
  return open != html.npos &&
         EqualsIgnoringCase(TagNameAt(html.substr(open)), "br");
}

/// Returns the number of line feeds among the blanks at the end of `text`.
int LineFeedsAtEnd(std::string_view text) {
  int lines = 0;
  for (; !text.empty() && IsBlank(text.back()); text.remove_suffix(1)) {
    lines += text.back() == '\n' ? 1 : 0;
  }
  return lines;
}

bool BeginsWithIndent(std::string_view text) {
  return std::ranges::any_of(kIndents, [&](std::string_view indent) {
    return StartsWithIgnoringCase(text, indent);
  });
}

/// Returns whether a paragraph ends between `before` and `after`. `flat` says
/// that the text has no block-level elements.
bool EndsParagraph(std::string_view before, std::string_view after, bool flat) {
  const int lines = flat ? LineFeedsAtEnd(before) : 0;
  if (lines >= 2) return true;
  return BeginsWithIndent(after) &&
         (lines > 0 || EndsWithBr(TrimBlanks(before)));
}

bool HoldsIndents(std::string_view html) {
  return std::ranges::any_of(kIndents, [&](std::string_view indent) {
    return html.find(indent) != html.npos;
  });
}

}  // namespace

size_t ReadableBytes(std::string_view text, Markup markup, size_t most) {
  const bool is_html = markup == Markup::kHtml;
  size_t bytes = 0;
  while (!text.empty() && bytes < most) {
    size_t skipped = 0;
    if (is_html && text.front() == '<') skipped = MarkupBytesAt(text);
    if (is_html && text.front() == '&') skipped = ReferenceBytesAt(text);
    if (skipped == 0) bytes += IsBlank(text.front()) ? 0 : 1;
    text.remove_prefix(std::max<size_t>(skipped, 1));
  }
  return bytes;
}

std::string WithParagraphBreaks(std::string html) {
  const bool flat = !HoldsBlockElements(html);
  if (!flat && !HoldsIndents(html)) return html;
  const std::string_view source = html;
  std::string out;
  for (size_t begin = 0; begin < source.size();) {
    // A paragraph can only begin after a blank or a tag.
    size_t end = begin + 1;
    while (end < source.size() && !IsBlank(source[end - 1]) &&
           source[end - 1] != '>') {
      ++end;
    }
    out += source.substr(begin, end - begin);
    begin = end;
    const std::string_view rest = source.substr(begin);
    if (rest.empty() || IsBlank(rest.front())) continue;
    if (EndsParagraph(out, rest, flat)) out += kBreak;
  }
  return out;
}

}  // namespace newsmill::input
