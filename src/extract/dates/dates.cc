#include "dates.h"

#include <algorithm>
#include <span>

#include "clock_times.h"
#include "days.h"
#include "extract/lexicon/date_words.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/tokens.h"
#include "fmt/compile.h"
#include "fmt/format.h"
#include "han_numerals.h"

namespace newsmill::extract::dates {
namespace {

constexpr size_t kMaxTokens = 64;
// The maximum number of tokens between a date and its time. Example: "22
// January 2024, at about 14:30".
constexpr size_t kMaxGap = 4;
constexpr size_t kMaxBefore = 20;

using Tokens = std::span<const text::Token>;

/// One token, or several tokens with one meaning: "reading time".
struct Piece {
  enum class Kind { kNumber, kMark, kDuration, kPeriod, kDateWord, kWord };
  Kind kind = Kind::kMark;
  size_t end = 0;  // index of the token after the piece
};

/// Returns whether the word is in an Indic script. In these scripts, an unknown
/// word beside a time often names a part of the day.
bool IsIndic(const text::Token& token) {
  const int32_t first = text::FirstCharacter(token.word);
  return first >= 0x0900 && first <= 0x0DFF;
}

/// The tokens between a date and a time.
struct Gap {
  // Number of tokens. Weekdays and link words ("of") are not counted.
  size_t counted = 0;
  // How strongly the tokens separate the date from the time. The value 0 means
  // that the date and the time are not separated.
  int32_t separation = 0;
  bool joins = true;  // the date and the time belong together
  // The last label of a date among the tokens, such as "Updated", or kNone.
  lexicon::Label moment = lexicon::Label::kNone;
};

/// A time that may belong to a date. If two times may belong to the date,
/// `time.written` is "", because the right time is unknown.
struct NearbyTime {
  ClockTime time;
  size_t begin = 0;  // date and time are the tokens [begin, end)
  size_t end = 0;
  int32_t separation = 0;
};

std::vector<text::Token> TokensOfDates(std::string_view text) {
  std::vector<text::Token> tokens = text::TokensOf(text, kMaxTokens);
  if (text.find("年") != text.npos) JoinHanNumerals(tokens);
  return tokens;
}

/// Finds the first date in a line, and the time that belongs to this date.
class Line {
 public:
  Line(std::string_view text, const DateStyle& style)
      : text_(text),
        style_(style),
        tokens_(TokensOfDates(text)),
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

  /// Returns the number of tokens of a weekday or a link word ("of") at token
  /// `i`. Returns 0 for other words. Weekdays and link words do not separate a
  /// date from a time.
  size_t DateWordsAt(size_t i) const {
    const size_t link = lexicon::DateLinkAt(Rest(i)).tokens;
    if (link > 0) return link;
    return lexicon::WeekdayAt(Rest(i), style_.language).tokens;
  }

  /// Returns the piece that begins at token `i`: the longest known phrase, or
  /// only the token.
  Piece PieceAt(size_t i) const {
    using enum Piece::Kind;
    const text::Token& token = tokens_[i];
    if (token.IsNumber()) return {kNumber, i + 1};
    if (token.kind == text::Token::Kind::kMark) return {kMark, i + 1};
    const lexicon::WordFound duration = lexicon::DurationAt(Rest(i));
    if ((duration.value & lexicon::kBeforeDuration) != 0) {
      return {kDuration, i + duration.tokens};
    }
    const size_t words = DateWordsAt(i);
    const lexicon::WordFound period = PeriodBefore(Rest(i), style_);
    if (period.tokens > words && period.value != lexicon::kAllHours) {
      return {kPeriod, i + period.tokens};
    }
    return words > 0 ? Piece{kDateWord, i + words} : Piece{kWord, i + 1};
  }

  /// Returns the kind of the piece before token `i`. Skips colons, full stops
  /// and opening brackets before the token: "Video: 2:31".
  Piece::Kind KindBefore(size_t i) const {
    constexpr size_t kMaxWords = 4;
    while (i > 0 &&
           (tokens_[i - 1].IsMark(":") || tokens_[i - 1].IsMark("：") ||
            tokens_[i - 1].IsMark("(") || tokens_[i - 1].IsMark("."))) {
      --i;
    }
    for (size_t begin = i - std::min(i, kMaxWords); begin < i; ++begin) {
      const Piece piece = PieceAt(begin);
      if (piece.end == i &&
          (piece.kind != Piece::Kind::kWord || begin + 1 == i))
        return piece.kind;
    }
    return Piece::Kind::kMark;
  }

  /// Returns whether an unknown word beside the time may name a half of the
  /// day: "薄暮6:20", where "薄暮" means "dusk". The time has the tokens
  /// [begin, end).
  bool MayLackHalf(Tokens line, size_t begin, size_t end) const {
    using enum Piece::Kind;
    if (begin > 0 && tokens_[begin - 1].kind == text::Token::Kind::kWord &&
        KindBefore(begin) == kWord) {
      const text::Token& word = tokens_[begin - 1];
      const bool wide = text::IsWide(text::FirstCharacter(word.word));
      if (IsIndic(word) || (wide && !tokens_[begin].after_space)) return true;
    }
    return end < line.size() && IsIndic(line[end]) &&
           PieceAt(end).kind == kWord &&
           lexicon::MonthAt(line.subspan(end), style_.language).tokens == 0 &&
           LabelAt(end) == lexicon::Label::kNone;
  }

  /// Returns whether the number at token `i` is an offset without a time:
  /// "4 Mar 2026 +01:00". On a page, a "-" before a number is a dash.
  bool IsOffset(size_t i) const {
    if (i == 0 || tokens_[i].after_space || !tokens_[i - 1].after_space)
      return false;
    const text::Token& mark = tokens_[i - 1];
    return mark.IsMark("+") || (style_.is_feed && mark.IsMark("-"));
  }

  /// Returns the time at token `i` of `line`. `line` is all tokens or the first
  /// tokens. Returns nothing for a duration. Returns nothing if a word beside
  /// the time may name a half of the day, but does not decide it.
  std::optional<ClockTime> TimeAt(Tokens line, size_t i) const {
    if (IsOffset(i)) return std::nullopt;
    auto time = ClockTimeAt(line.subspan(i), style_);
    if (!time || time->has_half) return time;
    const Piece::Kind before = KindBefore(i);
    if (before == Piece::Kind::kDuration || before == Piece::Kind::kPeriod) {
      return std::nullopt;
    }
    const bool twelve = time->written < "13";
    if (twelve && MayLackHalf(line, i, i + time->tokens)) return std::nullopt;
    return time;
  }

  lexicon::Label LabelAt(size_t i) const {
    return lexicon::LabelAt(text_.substr(tokens_[i].begin)).label;
  }

  /// Adds the piece at token `i` to the gap. Returns the index of the token
  /// after the piece.
  size_t Widen(Gap& gap, size_t i) const {
    const Piece piece = PieceAt(i);
    if (piece.kind == Piece::Kind::kNumber) {
      gap.joins = false;
      return piece.end;
    }
    if (piece.kind == Piece::Kind::kDateWord) return piece.end;
    if (piece.kind == Piece::Kind::kMark) {
      if (IsSeparatorMark(tokens_[i])) ++gap.separation;
    } else {
      const lexicon::Label label = LabelAt(i);
      if (lexicon::IsDateLabel(label)) {
        gap.joins = false;
        gap.moment = label;
      }
      if (tokens_[i].word != "t") gap.separation += 2;
    }
    if (++gap.counted > kMaxGap) gap.joins = false;
    return piece.end;
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
      const auto time = TimeAt(tokens_, i);
      if (time && IsTimeIn(*time, gap)) {
        return NearbyTime{*time, begin, i + time->tokens, gap.separation};
      }
      i = Widen(gap, i);
    }
    return std::nullopt;
  }

  /// Returns the time before the date. The date has the tokens [begin, end). In
  /// "Published 11:02 | Updated 19:15, 3 June 2024", the date belongs to two
  /// times. In this case, `time.written` is "", and the result begins at the
  /// first time.
  std::optional<NearbyTime> TimeBefore(size_t begin, size_t end) const {
    const Tokens before = Tokens(tokens_).first(begin);
    std::optional<ClockTime> earlier;
    size_t earlier_at = 0;
    for (size_t i = begin - std::min(begin, kMaxBefore); i < begin;) {
      const auto time = TimeAt(before, i);
      if (!time) {
        ++i;
        continue;
      }
      const Gap gap = Between(i + time->tokens, begin);
      if (gap.joins && IsTimeIn(*time, gap)) {
        if (earlier && Between(earlier_at + earlier->tokens, i).moment ==
                           lexicon::Label::kUpdated) {
          return NearbyTime{{}, earlier_at, end, gap.separation};
        }
        return NearbyTime{*time, i, end, gap.separation};
      }
      earlier = time;
      earlier_at = i;
      i += time->tokens;
    }
    return std::nullopt;
  }

  /// Returns whether a time after the first date belongs to the next date in
  /// the line. This is the case if the next date is as near to the time as the
  /// first date, or nearer.
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
    // Most lines begin with the date, and the time follows directly. For these
    // lines, no search for a time before the date is necessary.
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
      if (!beside->time.written.empty()) {
        date.written += 'T' + beside->time.written;
      }
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

/// Returns whether the text may contain digits. A text without digits contains
/// no date. Characters that are not ASCII may be digits of other scripts.
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
