#include "date_line.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "extract/bylines/author_names.h"
#include "extract/lexicon/date_words.h"
#include "extract/lexicon/labels.h"
#include "extract/text/tokens.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::metadata {
namespace {

using lexicon::Label;

/// Returns whether the text is a short byline with a label, with "by" or with a
/// role: "By Jane Doe", "Jane Doe, reporter".
bool IsSigned(std::string_view text, std::string_view language) {
  constexpr size_t kMaxByline = 80;
  if (text.empty() || text.size() > kMaxByline) return false;
  const bylines::Names names =
      bylines::NamesIn(text, bylines::NameSource::kText, {}, language);
  return names.is_signed && !names.people.empty();
}

/// Returns the number of bytes of a time at the start of `text`: "9:30",
/// "09.30" or "9h30". Returns 0 if `text` does not begin with a time.
size_t TimeAt(std::string_view text) {
  constexpr std::string_view kMarks = ":.h";
  size_t end = 0;
  while (end < text.size() && end < 3 && IsAsciiDigit(text[end])) ++end;
  if (end == 0 || end > 2 || end + 3 > text.size()) return 0;
  if (kMarks.find(text[end]) == kMarks.npos) return 0;
  if (!IsAsciiDigit(text[end + 1]) || !IsAsciiDigit(text[end + 2])) return 0;
  end += 3;
  return end < text.size() && IsAsciiDigit(text[end]) ? 0 : end;
}

std::string WithoutTimes(std::string_view text) {
  std::string rest;
  for (size_t i = 0; i < text.size();) {
    const bool begins = i == 0 || !IsAsciiDigit(text[i - 1]);
    const size_t time = begins ? TimeAt(text.substr(i)) : 0;
    if (time == 0) rest += text[i];
    i += std::max<size_t>(time, 1);
  }
  return rest;
}

/// Returns whether the text is short and states the length of the article or of
/// a video: "4 min read".
bool IsReadingTime(std::string_view text) {
  constexpr size_t kMostTokens = 6;
  const auto tokens = text::TokensOf(text, kMostTokens + 1);
  if (tokens.size() > kMostTokens) return false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (lexicon::DurationAt(std::span(tokens).subspan(i)).tokens > 0) {
      return true;
    }
  }
  return false;
}

/// Returns whether the segment is a usual detail beside a date. Details are
/// bylines, reading times, and segments with only labels of dates, times and
/// words such as "at".
bool IsDetail(std::string_view segment, std::string_view language) {
  const std::string text = WithoutTimes(segment);
  std::string_view rest = lexicon::TrimMarks(text);
  for (lexicon::Labelled label = lexicon::LabelAt(rest);
       lexicon::IsDateLabel(label.label); label = lexicon::LabelAt(rest)) {
    rest = lexicon::TrimMarks(rest.substr(label.bytes));
  }
  return lexicon::IsDateFiller(rest) || IsSigned(rest, language) ||
         IsReadingTime(rest);
}

bool AreDetails(std::string_view text, std::string_view language) {
  return std::ranges::all_of(
      lexicon::SegmentsOf(text),
      [&](const std::string& each) { return IsDetail(each, language); });
}

}  // namespace

bool IsAlone(const dates::FoundDate& date, std::string_view text) {
  return lexicon::IsDateFiller(text.substr(0, date.begin)) &&
         lexicon::IsDateFiller(text.substr(date.end));
}

bool IsOnlyDate(std::string_view text, const dates::DateStyle& style) {
  const auto date = dates::FindDate(text, style);
  return date && IsAlone(*date, text);
}

bool IsFollowedByLabel(const dates::FoundDate& date, std::string_view text) {
  return lexicon::IsDateFiller(text.substr(0, date.begin)) &&
         lexicon::LabelAt(lexicon::TrimMarks(text.substr(date.end))).label !=
             Label::kNone;
}

bool IsAfterByline(const dates::FoundDate& date, std::string_view text,
                   std::string_view language) {
  return lexicon::IsDateFiller(text.substr(date.end)) &&
         IsSigned(text.substr(0, date.begin), language);
}

bool IsMostOf(const dates::FoundDate& date, std::string_view text) {
  constexpr size_t kMostBeside = 24;
  return date.end - date.begin + kMostBeside >= text.size();
}

bool HasDateSegment(std::string_view text, const dates::DateStyle& style) {
  const std::vector<std::string> segments = lexicon::SegmentsOf(text);
  return segments.size() > 1 &&
         std::ranges::any_of(segments, [&](const std::string& segment) {
           return IsOnlyDate(segment, style);
         });
}

bool HasOnlyDetails(std::string_view text, const dates::DateStyle& style,
                    std::string_view language) {
  constexpr int kMostDates = 3;
  for (int dates = 0; dates <= kMostDates; ++dates) {
    const auto date = dates::FindDate(text, style);
    if (!date) return dates > 0 && AreDetails(text, language);
    if (!AreDetails(text.substr(0, date->begin), language)) return false;
    text.remove_prefix(date->end);
  }
  return false;
}

}  // namespace newsmill::extract::metadata
