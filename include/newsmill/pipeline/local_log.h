// A fingerprint log in memory: for `process`, `demo` and tests, where one
// process is the whole fleet.
#pragma once

#include <deque>

#include "newsmill/pipeline/io.h"

namespace newsmill::pipeline {

class LocalLog : public FingerprintLog {
 public:
  std::expected<void, Error> Append(const model::LogEntry& entry) override;
  std::optional<LogRecord> Poll(std::chrono::milliseconds timeout) override;

 private:
  std::deque<LogRecord> unread_;
  int64_t next_offset_ = 0;
};

}  // namespace newsmill::pipeline
