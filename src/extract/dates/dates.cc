#include "dates.h"

#include <algorithm>
#include <span>

#include "clock_times.h"
#include "days.h"
#include "extract/lexicon/date_words.h"
#include "extract/lexicon/labels.h"
#include "extract/text/tokens.h"
#include "fmt/compile.h"
#include "fmt/format.h"

namespace newsmill::extract::dates {
namespace {

constexpr size_t kMaxTokens = 64;
// The most tokens between a date and its time: "22 January 2024, at about
// 14:30".
constexpr size_t kMaxGap = 4;
constexpr size_t kMaxBefore = 12;

using Tokens = std::span<const text::Token>;

/// The tokens between a date and a time.
struct Gap {
  size_t counted = 0;      // tokens other than words of dates
  int32_t separation = 0;  // greater if the tokens separate more
  bool joins = true;       // the date and the time belong together
};

/// A time that may belong to a date.
struct NearbyTime {
  ClockTime time;
  size_t begin = 0;  // the tokens of date and time
  size_t end = 0;
  int32_t separation = 0;
};

/// Reads the first date of one line, with its time.
class Line {
 public:
  Line(std::string_view text, const DateStyle& style)
      : text_(text),
        style_(style),
        tokens_(text::TokensOf(text, kMaxTokens)),
        days_(tokens_, style) {}

  std::optional<FoundDate> First() const {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto day = days_.At(i)) return Written(*day, i);
    }
    return std::nullopt;
  }

 private:
  Tokens Rest(size_t i) const { return Tokens(tokens_).subspan(i); }

  static bool IsSeparatorMark(const text::Token& token) {
    return token.IsMark("|") || token.IsMark("·") || token.IsMark("•") ||
           token.IsMark("｜");
  }

  /// Returns the number of tokens at `i` that are words of a date. Such words
  /// do not separate a date from a time.
  size_t DateWordsAt(size_t i) const {
    const size_t link = lexicon::DateLinkAt(Rest(i)).tokens;
    if (link > 0) return link;
    return lexicon::WeekdayAt(Rest(i), style_.language).tokens;
  }

  bool IsOtherMoment(size_t i) const {
    const lexicon::Label label =
        lexicon::LabelAt(text_.substr(tokens_[i].begin)).label;
    return label == lexicon::Label::kPublished ||
           label == lexicon::Label::kUpdated;
  }

  /// Adds the token at `i` to the gap. Returns the position of the next token.
  size_t Widen(Gap& gap, size_t i) const {
    const text::Token& token = tokens_[i];
    if (token.IsNumber()) {
      gap.joins = false;
      return i + 1;
    }
    if (token.kind == text::Token::Kind::kWord) {
      if (IsOtherMoment(i)) gap.joins = false;
      if (const size_t words = DateWordsAt(i); words > 0) return i + words;
      if (token.word != "t") gap.separation += 2;
    } else if (IsSeparatorMark(token)) {
      ++gap.separation;
    }
    if (++gap.counted > kMaxGap) gap.joins = false;
    return i + 1;
  }

  Gap Between(size_t begin, size_t end) const {
    Gap gap;
    for (size_t i = begin; i < end && gap.joins;) i = Widen(gap, i);
    return gap;
  }

  bool IsTimeIn(const ClockTime& time, const Gap& gap) const {
    return !time.is_dotted || gap.separation <= 1;
  }

  std::optional<NearbyTime> TimeAfter(size_t begin, size_t end) const {
    Gap gap;
    for (size_t i = end; i < tokens_.size() && gap.joins;) {
      const auto time = ClockTimeAt(Rest(i), style_);
      if (time && IsTimeIn(*time, gap)) {
        return NearbyTime{*time, begin, i + time->tokens, gap.separation};
      }
      i = Widen(gap, i);
    }
    return std::nullopt;
  }

  std::optional<NearbyTime> TimeBefore(size_t begin, size_t end) const {
    const Tokens before = Tokens(tokens_).first(begin);
    for (size_t i = begin - std::min(begin, kMaxBefore); i < begin; ++i) {
      const auto time = ClockTimeAt(before.subspan(i), style_);
      if (!time) continue;
      const Gap gap = Between(i + time->tokens, begin);
      if (gap.joins && IsTimeIn(*time, gap)) {
        return NearbyTime{*time, i, end, gap.separation};
      }
    }
    return std::nullopt;
  }

  /// Returns whether the time belongs to the next date, because that date is at
  /// least as near.
  bool BelongsToNext(const NearbyTime& after) const {
    for (size_t i = after.end; i < tokens_.size(); ++i) {
      if (!days_.At(i)) continue;
      const Gap gap = Between(after.end, i);
      return gap.joins && gap.separation <= after.separation;
    }
    return false;
  }

  std::optional<NearbyTime> TimeOf(size_t begin, size_t end) const {
    auto after = TimeAfter(begin, end);
    // Most lines have one time, which directly follows the date.
    if (after && after->separation == 0 && begin == 0) return after;
    auto before = TimeBefore(begin, end);
    if (!after || !before) {
      if (after && after->separation > 0 && BelongsToNext(*after))
        return before;
      return after ? after : before;
    }
    if (before->separation != after->separation) {
      return before->separation < after->separation ? before : after;
    }
    return BelongsToNext(*after) ? before : after;
  }

  FoundDate Written(const Day& day, size_t begin) const {
    size_t end = day.end;
    FoundDate date;
    date.written = fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), day.year,
                               day.month, day.day);
    if (!day.clock.empty()) {
      date.written += 'T' + day.clock;
    } else if (const auto beside =
                   day.zoned ? std::nullopt : TimeOf(begin, end)) {
      date.written += 'T' + beside->time.written;
      begin = beside->begin;
      end = beside->end;
    }
    date.begin = tokens_[begin].begin;
    date.end = tokens_[end - 1].end;
    return date;
  }

  std::string_view text_;
  const DateStyle& style_;
  std::vector<text::Token> tokens_;
  DayReader days_;
};

/// Returns whether the text may contain digits. Every date has digits; digits
/// of other scripts are not ASCII.
bool MayHoldDigits(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::optional<FoundDate> FindDate(std::string_view text,
                                  const DateStyle& style) {
  if (!MayHoldDigits(text)) return std::nullopt;
  return Line(text, style).First();
}

}  // namespace newsmill::extract::dates
