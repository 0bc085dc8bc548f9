// A fingerprint log in memory: for `process` and for tests, where one process
// is the whole fleet. Its clock is the input's own time, see FingerprintEntry.
#pragma once

#include <deque>

#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

class LocalLog : public FingerprintLog {
 public:
  std::expected<int64_t, Error> Open(std::function<void()> readable,
                                     int64_t least_end) override;
  std::expected<void, LogError> Append(const model::LogEntry& entry) override;
  std::expected<std::optional<LogRecord>, LogError> Poll() override;
  void Close() override {}

 private:
  std::deque<LogRecord> unread_;
  int64_t next_offset_ = 0;
};

}  // namespace newsmill::pipeline
