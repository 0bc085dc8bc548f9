#include "log/verify.h"

#include <algorithm>
#include <chrono>

#include "fmt/format.h"

namespace newsmill::app {
namespace {

using pipeline::LogError;
using pipeline::LogRecord;
using Clock = std::chrono::steady_clock;

double SecondsSince(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

class Verifier {
 public:
  Verifier(LogReading& reading, const LogScan& scan)
      : reading_(reading), scan_(scan) {
    result_.verdicts.resize(scan.marks().size(), Verdict::kUnchecked);
  }

  std::expected<Verification, LogError> Run() {
    int64_t from = 0;
    if (scan_.bounds().first > 0) {
      const auto place = LoadOldest();
      if (!place) return std::unexpected(place.error());
      if (!*place) {
        result_.stopped =
            "the log has lost its first entries, and there is no mark that "
            "could be loaded";
        return std::move(result_);
      }
      from = **place;
    }
    const auto begun = Clock::now();
    const auto read = reading_.Read(
        from, scan_.bounds().end,
        [this](const LogRecord& record) { return Apply(record); });
    result_.apply_seconds = SecondsSince(begun);
    if (!read) return std::unexpected(read.error());
    return std::move(result_);
  }

 private:
  /// Loads the oldest mark that is right. Returns its place, or nothing if
  /// there is none.
  std::expected<std::optional<int64_t>, LogError> LoadOldest() {
    for (const LogScan::Start& start : scan_.Starts()) {
      const auto loaded = Load(start);
      if (!loaded) return std::unexpected(loaded.error());
      if (!*loaded) {
        result_.verdicts[start.mark] = Verdict::kWrong;
        continue;
      }
      result_.start = start.mark;
      const SeenMark& mark = scan_.marks()[start.mark];
      // Without its lost texts, the state has the digests only of marks that
      // were written after the reset.
      const int64_t first_place = start.first_text > mark.base
                                      ? scan_.resets().back().offset + 1
                                      : mark.place;
      next_mark_ = static_cast<size_t>(
          std::ranges::lower_bound(scan_.marks(), first_place, {},
                                   &SeenMark::place) -
          scan_.marks().begin());
      return mark.place;
    }
    return std::nullopt;
  }

  std::expected<bool, LogError> Load(const LogScan::Start& start) {
    const model::Mark& mark = scan_.Content(scan_.marks()[start.mark]);
    result_.index = dedup::Index();
    result_.index.StartLoading(mark, start.first_text);
    bool fits = true;
    const auto begun = Clock::now();
    const auto read = reading_.Read(
        start.first_text, mark.place, [&](const LogRecord& record) {
          ++result_.loaded;
          fits =
              result_.index.Load(record.entry, record.offset, record.time_ms);
          return fits;
        });
    result_.load_seconds += SecondsSince(begun);
    if (!read) return std::unexpected(read.error());
    return fits && result_.index.FinishLoading();
  }

  bool Apply(const LogRecord& record) {
    JudgeUpTo(record.offset);
    ++result_.applied;
    const auto applied =
        result_.index.Apply(record.entry, record.offset, record.time_ms);
    if (applied.effect != dedup::Effect::kUnknownRules) return true;
    result_.stopped = fmt::format(
        "the rules at offset {} have a version that this build does not know; "
        "use a newer build",
        record.offset);
    return false;
  }

  /// Compares the marks for places up to `offset`, before the entry at `offset`
  /// is applied.
  void JudgeUpTo(int64_t offset) {
    const auto& marks = scan_.marks();
    for (; next_mark_ < marks.size() && marks[next_mark_].place <= offset;
         ++next_mark_) {
      result_.verdicts[next_mark_] =
          marks[next_mark_].digest == result_.index.digest() ? Verdict::kRight
                                                             : Verdict::kWrong;
    }
  }

  LogReading& reading_;
  const LogScan& scan_;
  size_t next_mark_ = 0;  // the first mark that was not compared yet
  Verification result_;
};

}  // namespace

std::string_view Name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kUnchecked:
      return "not checkable";
    case Verdict::kRight:
      return "right";
    case Verdict::kWrong:
      return "wrong";
  }
  return "";
}

int64_t Verification::Count(Verdict verdict) const {
  return std::ranges::count(verdicts, verdict);
}

std::expected<Verification, LogError> Verify(LogReading& reading,
                                             const LogScan& scan) {
  return Verifier(reading, scan).Run();
}

}  // namespace newsmill::app
