#include "wire_item.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/bylines/names.h"
#include "extract/lexicon/copyright.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::extract::items {
namespace {

using model::Article;
using model::FeedItem;

/// Returns the authors in the byline of the item. If the byline names no
/// author, returns the creators of the item. In this case, the agency is the
/// first creator that is not a person.
bylines::Byline BylineOfWire(const FeedItem& item) {
  bylines::Byline byline = bylines::BylineOfLine(text::Tidy(item.byline));
  if (!byline.authors.empty()) return byline;
  for (const std::string& creator : item.authors) {
    const std::string name = text::Tidy(creator);
    bylines::Byline read = bylines::BylineOfLine(name);
    if (read.authors.empty() && read.agency.empty()) read.agency = name;
    if (byline.agency.empty()) byline.agency = std::move(read.agency);
    std::ranges::move(read.authors, std::back_inserter(byline.authors));
  }
  return byline;
}

bool Same(std::string_view a, std::string_view b) {
  return !a.empty() && model::NormalisedText(a) == model::NormalisedText(b);
}

/// Returns whether the line consists of a place and an agency: "Defence TT".
/// Many items have such a line below the headline.
bool IsSourceLine(std::string_view line, std::string_view credit) {
  constexpr size_t kMaxBytes = 60;
  constexpr int32_t kMaxPlaceWords = 3;
  if (credit.size() < 2 || line.size() > kMaxBytes || !line.ends_with(credit)) {
    return false;
  }
  const std::string_view place = line.substr(0, line.size() - credit.size());
  // If the place and the agency were in separate elements, there may be no
  // blank between them. Without a blank, the place must be a single word.
  return text::MeasureOf(place).words <=
         (place.ends_with(' ') ? kMaxPlaceWords : 1);
}

/// Returns a credit without the dashes and brackets that connect it with a
/// dateline: "Example News" for "(Example News) -".
std::string Credit(std::string_view line) {
  size_t size = std::string_view::npos;
  while (line.size() != size) {
    size = line.size();
    line = Trim(line, " -/:,;");
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2015"}) {
      if (line.starts_with(dash)) line.remove_prefix(dash.size());
      if (line.ends_with(dash)) line.remove_suffix(dash.size());
    }
    const bool in_brackets = line.starts_with('(') && line.ends_with(')') &&
                             line.find('(', 1) == line.npos;
    if (in_brackets) line = line.substr(1, line.size() - 2);
  }
  return std::string(line);
}

/// Removes the headline, the byline and the source line from the start of the
/// body.
void DropHead(const FeedItem& item, std::string_view credit, Article& article,
              Evidence& evidence) {
  auto& lines = article.paragraphs;
  size_t head = 0;
  while (head < lines.size() && (Same(lines[head], article.title) ||
                                 Same(lines[head], article.subtitle) ||
                                 Same(lines[head], item.byline) ||
                                 IsSourceLine(lines[head], credit))) {
    ++head;
  }
  // If the body consists only of such lines, all lines are kept.
  if (head == lines.size()) return;
  for (size_t i = 0; i < head; ++i) {
    evidence.Add(Field::kParagraphs, lines[i], "head of the content",
                 "repeats another field");
  }
  lines.erase(lines.begin(), lines.begin() + static_cast<ptrdiff_t>(head));
}

/// Returns whether the line has only the initials of editors, such as
/// "abc/de/fgh".
bool IsSignOff(std::string_view line) {
  constexpr size_t kMaxBytes = 24;
  constexpr size_t kMaxInitials = 4;
  if (line.size() > kMaxBytes || !line.contains('/')) return false;
  size_t initials = 0;
  for (const char c : line) {
    initials = c == '/' ? 0 : initials + 1;
    const bool is_initial = c >= 'a' && c <= 'z';
    if ((!is_initial && c != '/') || initials > kMaxInitials) return false;
  }
  return line.front() != '/' && line.back() != '/';
}

/// Removes the sign-off and the copyright line from the end of the body.
void DropTail(Article& article, Evidence& evidence) {
  constexpr size_t kMaxBytes = 400;
  auto& lines = article.paragraphs;
  while (lines.size() > 1 &&
         (IsSignOff(lines.back()) || (lines.back().starts_with("\u00A9") &&
                                      lines.back().size() <= kMaxBytes))) {
    evidence.Add(Field::kParagraphs, lines.back(), "end of the content",
                 "not part of the text");
    lines.pop_back();
  }
}

std::string FirstOf(std::initializer_list<std::string> names) {
  for (const std::string& name : names) {
    if (!name.empty()) return name;
  }
  return "";
}

}  // namespace

bool IsWire(model::DocumentKind kind) {
  return kind == model::DocumentKind::kNewsml ||
         kind == model::DocumentKind::kNitf ||
         kind == model::DocumentKind::kNinjs ||
         kind == model::DocumentKind::kIptc7901;
}

std::string ProviderOf(const FeedItem& item) {
  return item.provider.empty()
             ? lexicon::CopyrightHolder(text::Tidy(item.rights))
             : text::Tidy(item.provider);
}

void SetWireFields(const model::Document& document, Article& article,
                   Evidence& evidence) {
  const FeedItem& item = document.feed;
  article.extraction.method =
      item.content_is_summary ? "wire_summary" : "wire_body";
  article.subtitle = text::PlainText(item.subtitle);
  article.section = text::PlainText(item.section);
  const auto published = model::ParseTimestamp(article.published_at);
  if (published && model::ParseTimestamp(article.modified_at) == published) {
    Candidate& modified = evidence[Field::kModifiedAt].back();
    modified.taken = false;
    modified.verdict = "the same as published";
    article.modified_at.clear();
  }
  bylines::Byline byline = BylineOfWire(item);
  article.authors = std::move(byline.authors);
  const std::string said =
      FirstOf({Credit(text::Tidy(item.credit)), byline.agency});
  const std::string provider = ProviderOf(item);
  DropHead(item, FirstOf({said, provider}), article, evidence);
  DropTail(article, evidence);
  const std::string dateline =
      article.paragraphs.empty()
          ? ""
          : bylines::AgencyOfDateline(article.paragraphs.front());
  article.credit = FirstOf({said, dateline, provider});
}

}  // namespace newsmill::extract::items
