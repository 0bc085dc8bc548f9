#include "newsmill/model/timestamp.h"

#include <chrono>

#include "newsmill/base/ascii.h"

namespace newsmill::model {
namespace {

/// Reads the parts of a timestamp from a text, from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool failed() const { return failed_; }
  bool done() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_[0]; }

  int Number(size_t digits, int most) {
    int number = 0;
    if (rest_.size() < digits) return Fail();
    for (const char digit : rest_.substr(0, digits)) {
      if (digit < '0' || digit > '9') return Fail();
      number = 10 * number + (digit - '0');
    }
    if (number > most) return Fail();
    rest_.remove_prefix(digits);
    return number;
  }
  bool Take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_[0]) == std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  void Expect(std::string_view any_of) {
    if (!Take(any_of)) Fail();
  }
  /// Reads the digits after the decimal point, and returns the milliseconds.
  /// Ignores all digits after the third digit.
  int Fraction() {
    int milliseconds = 0;
    int weight = 100;
    while (IsAsciiDigit(next())) {
      milliseconds += weight * (next() - '0');
      weight /= 10;
      rest_.remove_prefix(1);
    }
    return milliseconds;
  }

 private:
  int Fail() {
    failed_ = true;
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

int64_t ClockMilliseconds(Reader& reader) {
  const int hours = reader.Number(2, 23);
  reader.Expect(":");
  const int minutes = reader.Number(2, 59);
  int seconds = 0;
  int milliseconds = 0;
  if (reader.Take(":")) {
    seconds = reader.Number(2, 60);
    if (reader.Take(".")) milliseconds = reader.Fraction();
  }
  return ((int64_t{hours} * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

int64_t OffsetMilliseconds(Reader& reader) {
  if (reader.Take("Zz") || reader.done()) return 0;
  const bool west = reader.next() == '-';
  reader.Expect("+-");
  const int hours = reader.Number(2, 23);
  reader.Take(":");
  const int minutes = reader.Number(2, 59);
  const int64_t offset = (int64_t{hours} * 60 + minutes) * 60'000;
  return west ? -offset : offset;
}

}  // namespace

std::optional<int64_t> ParseTimestamp(std::string_view text) {
  using std::chrono::day, std::chrono::month, std::chrono::year,
      std::chrono::sys_days, std::chrono::milliseconds;
  Reader reader(text);
  const int y = reader.Number(4, 9999);
  reader.Expect("-");
  const int m = reader.Number(2, 12);
  reader.Expect("-");
  const int d = reader.Number(2, 31);
  const std::chrono::year_month_day date{
      year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
  if (reader.failed() || !date.ok()) return std::nullopt;
  int64_t time = milliseconds(sys_days(date).time_since_epoch()).count();
  if (reader.Take("Tt ")) {
    time += ClockMilliseconds(reader);
    reader.Take(" ");
    time -= OffsetMilliseconds(reader);
  }
  if (reader.failed() || !reader.done()) return std::nullopt;
  return time;
}

}  // namespace newsmill::model
