// A fingerprint log in memory that several workers share.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::testing {

/// Thread-safe. Its time advances by one second for each entry.
class FakeLog {
 public:
  void Append(model::LogEntry entry);
  std::vector<model::LogEntry> entries();

 private:
  friend class FakeLogClient;
  std::optional<pipeline::LogRecord> At(size_t offset);
  void Listen(const void* who, std::function<void()> readable);
  void Forget(const void* who);

  struct Listener {
    const void* who;
    std::function<void()> readable;
  };
  Mutex mutex_;
  std::vector<model::LogEntry> entries_ GUARDED_BY(mutex_);
  std::vector<Listener> listeners_ GUARDED_BY(mutex_);
};

/// One worker's client of the log. `loses` decides by number, from 0, which
/// appends are lost. The next Poll reports the loss.
class FakeLogClient : public pipeline::FingerprintLog {
 public:
  explicit FakeLogClient(FakeLog& log) : log_(log) {}

  std::function<bool(int append)> loses = [](int) { return false; };

  std::expected<int64_t, Error> Open(std::function<void()> readable,
                                     int64_t least_end) override;
  std::expected<void, pipeline::LogError> Append(
      const model::LogEntry& entry) override;
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Poll()
      override;
  void Close() override { log_.Forget(this); }

 private:
  FakeLog& log_;
  size_t next_ = 0;
  int appends_ = 0;
  bool lost_ = false;
};

}  // namespace newsmill::testing
