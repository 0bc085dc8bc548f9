// A fingerprint log in memory, for a fleet that is a single process: `newsmill
// process` or a test. The log retains only the entries that Poll has not
// returned yet. The time of an entry is the time of the input, see
// FingerprintEntry::input_time_ms.
#pragma once

#include <cstdint>
#include <deque>

#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

class LocalLog : public FingerprintLog {
 public:
  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override;
  std::expected<void, LogError> Append(const model::LogEntry& entry) override;
  std::expected<std::optional<LogRecord>, LogError> Poll() override;
  std::expected<void, LogError> ReadFrom(int64_t offset) override;
  void Trim(int64_t /*before*/) override {}
  void Close() override {}

 private:
  int64_t FirstOffset() const;

  std::deque<LogRecord> unread_;
  int64_t end_ = 0;
  int64_t next_ = 0;  // offset that Poll returns next
};

}  // namespace newsmill::pipeline
