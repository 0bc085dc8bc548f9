// IPTC 7901 (https://iptc.org/std/IPTC7901/1.0/specification/7901V5.pdf). SOH,
// STX and ETX are control characters, which file dumps often lack:
//
//   SOH exa0612 4 i 211 exa 061   service and number, priority, category, words
//   Harbour/bridge/               keywords
//   STX Headline
//   By Ann Example =              an equals sign ends the headline
//   Eastmere (exa) - The text     lines of about 69 columns
//   # Notebook, contacts          not for publication
//   exa ano npr                   the sign-off of the editors
//   ETX 121137 GMT May 26         day, hour and minute, zone, month, year
#include "iptc7901.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "feed.h"
#include "feed_entry.h"
#include "feed_limits.h"
#include "iptc7901_tail.h"
#include "newsmill/base/ascii.h"
#include "wire_terms.h"
#include "wrapped_lines.h"

namespace newsmill::input {
namespace {

constexpr char kEndOfText = '\x03';

/// The parts of one message.
struct Parts {
  Iptc7901Header header;
  Lines keywords;
  Lines text;  // the headline, the text, and what follows the text
  Lines rest;  // after ETX
};

/// Moves the keyword lines of a message without STX from the start of its text.
void TakeKeywords(Parts& parts) {
  auto at = parts.text.begin();
  while (at != parts.text.end() && (at->empty() || at->ends_with('/'))) {
    parts.keywords.push_back(std::move(*at++));
  }
  parts.text.erase(parts.text.begin(), at);
}

/// Returns the parts of a message, which begins with its header line.
Parts PartsOf(std::string_view message) {
  Parts parts;
  if (const size_t end = message.find(kEndOfText); end != message.npos) {
    parts.rest = WireLinesOf(message.substr(end + 1));
    message = message.substr(0, end);
  }
  const size_t start = message.find(kStartOfText);
  Lines head = WireLinesOf(message.substr(0, start));
  const auto header = std::ranges::find_if(head, [](const std::string& line) {
    return !Iptc7901HeaderOf(line).service.empty();
  });
  if (header != head.end()) {
    parts.header = Iptc7901HeaderOf(*header);
    head.erase(head.begin(), header + 1);
  } else if (start != message.npos) {
    // A line before STX is a header also if it lacks the number of words.
    head.erase(head.begin(),
               std::min(std::ranges::find_if_not(head, &std::string::empty) + 1,
                        head.end()));
  }
  if (start == message.npos) {
    parts.text = std::move(head);
    TakeKeywords(parts);
  } else {
    parts.keywords = std::move(head);
    parts.text = WireLinesOf(message.substr(start + 1));
  }
  const auto end = std::ranges::find(parts.text, "NNNN");
  parts.text.erase(end, parts.text.end());
  return parts;
}

/// Returns true if a line names the place and the agency, as the first line of
/// a text does: "Eastmere (exa) - The council".
bool HasDateline(std::string_view line) {
  return !AgencyInDateline(line).empty();
}

/// Returns the number of lines in the headline, with the equals sign that ends
/// it. A headline without this sign ends before an empty or indented line.
/// Returns 0 if the text has no headline.
size_t HeadlineSize(const Lines& lines) {
  constexpr size_t kMaxMarked = 12;
  constexpr size_t kMaxLines = 4;
  for (size_t i = 0; i < std::min(lines.size(), kMaxMarked); ++i) {
    if (HasDateline(lines[i])) break;
    if (!lines[i].ends_with('=')) continue;
    while (i + 1 < lines.size() && lines[i + 1].ends_with('=')) ++i;
    return i + 1;
  }
  if (lines.empty() || HasDateline(lines[0])) return 0;
  size_t size = 1;
  while (size < lines.size() && !lines[size].empty() &&
         IndentOf(lines[size]) < IndentOf(lines[0]) + 2) {
    if (HasDateline(lines[size])) return size <= kMaxLines ? size : 0;
    ++size;
  }
  return size <= kMaxLines && size < lines.size() ? size : 0;
}

/// Returns true if a line above the headline describes the message: "1ST LEAD",
/// "(Correction)".
bool IsStatusLine(std::string_view line) {
  constexpr size_t kMaxBytes = 40;
  if (line.starts_with('(') && line.ends_with(')')) return true;
  return line.size() <= kMaxBytes && std::ranges::all_of(line, [](char c) {
           return static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z');
         });
}

bool HasLowerCase(std::string_view line) {
  return std::ranges::any_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Returns true if a line below the headline begins like a byline.
bool IsByline(std::string_view line) {
  constexpr size_t kMaxBytes = 100;
  static constexpr auto kLabels = std::to_array<std::string_view>(
      {"By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di ",
       "DI ", "Da ", "Door ", "Av ", "Af ", "Text: "});
  return line.size() <= kMaxBytes &&
         std::ranges::any_of(kLabels, [&](std::string_view label) {
           return line.starts_with(label);
         });
}

/// Removes what precedes the headline. An empty line separates the two.
void DropLinesBefore(Lines& lines) {
  const auto gap = std::ranges::find(lines.rbegin(), lines.rend(), "");
  if (gap != lines.rend() && gap != lines.rbegin() && !IsByline(*(gap - 1))) {
    lines.erase(lines.begin(), gap.base());
  }
  std::erase(lines, "");
}

/// Moves the byline below the headline to the entry. A line below the byline
/// names the agency, and is removed.
void TakeByline(Lines& lines, EntryBuilder& entry) {
  const auto byline = std::find_if(lines.begin() + (lines.empty() ? 0 : 1),
                                   lines.end(), IsByline);
  if (byline == lines.end()) return;
  entry.Byline(0, std::move(*byline));
  lines.erase(byline, lines.end());
}

/// Removes the lines above the headline that describe the message. If one of
/// them withdraws an earlier message, the entry is not an article.
void TakeStatus(Lines& lines, EntryBuilder& entry) {
  const auto is_status = [&](Lines::iterator line) {
    return line + 1 != lines.end() && IsStatusLine(*line) &&
           (line->starts_with('(') ||
            std::any_of(line + 1, lines.end(), HasLowerCase));
  };
  auto first = lines.begin();
  for (; first != lines.end() && is_status(first); ++first) {
    if (first->contains("KILL")) entry.NotAnArticle(WhyWithdrawn("killed"));
  }
  lines.erase(lines.begin(), first);
}

/// Sets the title, the subtitle and the byline from the lines of the headline.
void SetHeadline(Lines lines, size_t width, EntryBuilder& entry) {
  for (std::string& line : lines) line = Trim(line, " \t=<^");
  DropLinesBefore(lines);
  TakeByline(lines, entry);
  TakeStatus(lines, entry);
  std::string title;
  std::string subtitle;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool wraps =
        i > 0 && subtitle.empty() &&
        ((width > 0 && IsSoftBreak(lines[i - 1], lines[i], width)) ||
         (lines[i][0] >= 'a' && lines[i][0] <= 'z'));
    std::string& target = i == 0 || wraps ? title : subtitle;
    if (!target.empty()) target += ' ';
    target += lines[i];
  }
  entry.Title(0, {std::move(title), model::Markup::kText, "", ""});
  entry.Subtitle(0, std::move(subtitle));
}

void SetKeywords(const Lines& lines, EntryBuilder& entry) {
  for (const std::string& line : lines) {
    for (const std::string_view word : Split(line, "/")) {
      if (!word.starts_with('(')) entry.Category(std::string(word));
    }
  }
}

/// Returns the entry of one message.
FeedEntry EntryOf(std::string_view message, EntryBuilder entry) {
  Parts parts = PartsOf(message);
  SetKeywords(parts.keywords, entry);
  const std::string date = TakeTail(parts.header.source, parts.text);
  const std::string late = DateIn(parts.rest);
  entry.Date(Field::kPublished, 0, late.empty() ? date : late);
  Lines& lines = parts.text;
  lines.erase(lines.begin(),
              std::ranges::find_if_not(lines, &std::string::empty));
  const size_t width = WidthOf(lines);
  const auto body = lines.begin() + static_cast<ptrdiff_t>(HeadlineSize(lines));
  SetHeadline(Lines(lines.begin(), body), width, entry);
  Lines paragraphs = ParagraphsOf({body, lines.end()}, width);
  if (paragraphs.size() > 1 && IsByline(paragraphs[0])) {
    entry.Byline(1, std::move(paragraphs[0]));
    paragraphs.erase(paragraphs.begin());
  }
  const std::string agency =
      paragraphs.empty() ? "" : AgencyInDateline(paragraphs[0]);
  entry.Provider(0, agency.empty() ? parts.header.source : agency);
  entry.Content(0, {HtmlOf(paragraphs), model::Markup::kHtml, "", ""});
  return entry.Build("", "");
}

/// Returns the messages of a dump. Each message but the first begins with SOH
/// and a header line.
std::vector<std::string_view> MessagesIn(std::string_view text) {
  std::vector<std::string_view> messages;
  size_t begin = 0;
  for (size_t at = text.find(kStartOfHeader); at != text.npos;
       at = text.find(kStartOfHeader, at + 1)) {
    const std::string_view next = text.substr(at + 1, 200);
    const bool is_header =
        !Iptc7901HeaderOf(next.substr(0, next.find_first_of("\r\n")))
             .service.empty();
    if (!is_header) continue;
    if (!TrimBlanks(text.substr(begin, at - begin)).empty() && at > begin) {
      messages.push_back(text.substr(begin, at - begin));
    }
    begin = at;
  }
  messages.push_back(text.substr(begin));
  return messages;
}

}  // namespace

FeedResult ReadIptc7901(std::string_view text, const Options& options) {
  const std::vector<std::string_view> messages = MessagesIn(text);
  if (std::cmp_greater(messages.size(), options.max_items)) {
    return std::unexpected(TooManyItems(options));
  }
  Feed feed;
  feed.kind = model::DocumentKind::kIptc7901;
  feed.is_one_document = messages.size() == 1;
  for (const std::string_view message : messages) {
    feed.entries.push_back(EntryOf(message, EntryBuilder(options.max_names)));
  }
  return feed;
}

}  // namespace newsmill::input
