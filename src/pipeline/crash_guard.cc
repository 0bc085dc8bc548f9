#include "crash_guard.h"

#include <charconv>

#include "fmt/format.h"

namespace newsmill::pipeline {
namespace {

constexpr std::string_view kStarts = "starts=";
constexpr std::string_view kTrial = "trial=";
constexpr int kMostCounted = 1'000'000;

int ParseCount(std::string_view text) {
  int count = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), count);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && count > 0 && count < kMostCounted ? count : 0;
}

}  // namespace

CrashNote CrashNote::Parse(std::string_view note) {
  CrashNote parsed;
  if (note.starts_with(kStarts)) {
    parsed.starts = ParseCount(note.substr(kStarts.size()));
  } else if (note.starts_with(kTrial)) {
    parsed.trials = ParseCount(note.substr(kTrial.size()));
  }
  return parsed;
}

std::string CrashNote::ToString() const {
  if (trials > 0) return fmt::format("{}{}", kTrial, trials);
  if (starts > 0) return fmt::format("{}{}", kStarts, starts);
  return "";
}

CrashNote CrashNote::AtNextStart(bool own) const {
  CrashNote next = *this;
  if (trials == 0) {
    if (!own) ++next.starts;
  } else if (own && --next.trials == 0) {
    next.starts = kStartsBeforeTrial;
  }
  return next;
}

}  // namespace newsmill::pipeline
