#include "newsmill/pipeline/local_log.h"

#include <utility>

namespace newsmill::pipeline {

std::expected<void, Error> LocalLog::Append(const model::LogEntry& entry) {
  unread_.push_back({.offset = next_offset_++, .time_ms = 0, .entry = entry});
  return {};
}

std::optional<LogRecord> LocalLog::Poll(std::chrono::milliseconds /*timeout*/) {
  if (unread_.empty()) return std::nullopt;
  LogRecord record = std::move(unread_.front());
  unread_.pop_front();
  return record;
}

}  // namespace newsmill::pipeline
