#include "newsmill/pipeline/local_log.h"

#include <utility>

#include "fmt/format.h"

namespace newsmill::pipeline {

// Does not use `readable`. The thread that reads an entry has also appended it,
// so it knows that there is an entry.
std::expected<LogBounds, Error> LocalLog::Open(
    std::function<void()> /*readable*/, int64_t /*least_end*/) {
  next_ = FirstOffset();
  return LogBounds{.first = next_, .end = end_};
}

std::expected<void, LogError> LocalLog::Append(const model::LogEntry& entry) {
  unread_.push_back({.offset = end_++,
                     .time_ms = model::InputTimeOf(entry),
                     .hash = 0,
                     .bytes = 0,
                     .entry = entry});
  return {};
}

std::expected<std::optional<LogRecord>, LogError> LocalLog::Poll() {
  while (!unread_.empty() && unread_.front().offset < next_) {
    unread_.pop_front();
  }
  if (FirstOffset() > next_) {
    return std::unexpected(LogError{
        .what = fmt::format("the entry at offset {} was already read", next_),
        .trimmed = true,
        .bounds = {.first = FirstOffset(), .end = end_}});
  }
  if (unread_.empty()) return std::nullopt;
  LogRecord record = std::move(unread_.front());
  unread_.pop_front();
  next_ = record.offset + 1;
  return record;
}

std::expected<void, LogError> LocalLog::ReadFrom(int64_t offset) {
  next_ = offset;
  return {};
}

int64_t LocalLog::FirstOffset() const {
  return unread_.empty() ? end_ : unread_.front().offset;
}

}  // namespace newsmill::pipeline
