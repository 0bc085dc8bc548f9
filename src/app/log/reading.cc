#include "log/reading.h"

#include "fmt/format.h"

namespace newsmill::app {

using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;

std::expected<LogBounds, Error> LogReading::Open() {
  return log_.Open([this] { readable_.Push({}); }, /*least_end=*/0);
}

std::expected<void, LogError> LogReading::Read(
    int64_t from, int64_t end,
    const std::function<bool(const LogRecord&)>& take) {
  if (from >= end) return {};
  if (auto begun = log_.ReadFrom(from); !begun) return begun;
  int64_t next = from;
  auto deadline = std::chrono::steady_clock::now() + patience_;
  while (next < end) {
    // Before Poll: an entry that arrives after Poll makes the next wait short.
    while (readable_.TryPop()) {
    }
    const auto record = log_.Poll();
    if (!record) return std::unexpected(record.error());
    if (!*record) {
      if (readable_.PopUntil(deadline)) continue;
      return std::unexpected(
          LogError{.what = fmt::format(
                       "the brokers have returned no entry for {} s; the "
                       "next offset is {}, the end is {}",
                       patience_.count() / 1000, next, end)});
    }
    if ((*record)->offset >= end) return {};
    next = (*record)->offset + 1;
    const bool goes_on = take(**record);
    if (progress_) progress_(next - from, end - from);
    if (!goes_on) return {};
    deadline = std::chrono::steady_clock::now() + patience_;
  }
  return {};
}

}  // namespace newsmill::app
