#include "newsmill/pipeline/local_log.h"

#include <utility>

namespace newsmill::pipeline {

// Does not use `readable`. The thread that reads an entry has also appended it,
// so it knows that there is an entry.
std::expected<int64_t, Error> LocalLog::Open(std::function<void()> /*readable*/,
                                             int64_t /*least_end*/) {
  return next_offset_;
}

std::expected<void, LogError> LocalLog::Append(const model::LogEntry& entry) {
  unread_.push_back({.offset = next_offset_++,
                     .time_ms = model::InputTimeOf(entry),
                     .hash = 0,
                     .bytes = 0,
                     .entry = entry});
  return {};
}

std::expected<std::optional<LogRecord>, LogError> LocalLog::Poll() {
  if (unread_.empty()) return std::nullopt;
  LogRecord record = std::move(unread_.front());
  unread_.pop_front();
  return record;
}

}  // namespace newsmill::pipeline
