// A fingerprint log in memory, for a fleet that is a single process: `newsmill
// process` or a test. The time of an entry is the time of the input, see
// FingerprintEntry::input_time_ms.
#pragma once

#include <cstdint>
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
