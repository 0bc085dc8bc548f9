// A fingerprint log in memory that several workers share.
#pragma once

#include <cstdint>
#include <deque>
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
  /// Deletes the entries below `before`.
  void Trim(int64_t before);
  /// Returns the entries that are retained.
  std::vector<model::LogEntry> entries();
  pipeline::LogBounds bounds();

 private:
  friend class FakeLogClient;
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> At(
      int64_t offset);
  void Listen(const void* who, std::function<void()> readable);
  void Forget(const void* who);
  pipeline::LogBounds BoundsLocked() const REQUIRES(mutex_);

  struct Listener {
    const void* who;
    std::function<void()> readable;
  };
  Mutex mutex_;
  int64_t first_ GUARDED_BY(mutex_) = 0;  // offset of the first of entries_
  std::deque<model::LogEntry> entries_ GUARDED_BY(mutex_);
  std::vector<Listener> listeners_ GUARDED_BY(mutex_);
};

/// One worker's client of the log. `loses` decides by number, from 0, which
/// appends are lost. The next Poll reports the loss.
class FakeLogClient : public pipeline::FingerprintLog {
 public:
  explicit FakeLogClient(FakeLog& log) : log_(log) {}

  std::function<bool(int append)> loses = [](int) { return false; };

  std::expected<pipeline::LogBounds, Error> Open(std::function<void()> readable,
                                                 int64_t least_end) override;
  std::expected<void, pipeline::LogError> Append(
      const model::LogEntry& entry) override;
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Poll()
      override;
  std::expected<void, pipeline::LogError> ReadFrom(int64_t offset) override;
  void Trim(int64_t before) override { log_.Trim(before); }
  void Close() override { log_.Forget(this); }

 private:
  FakeLog& log_;
  int64_t next_ = 0;
  int appends_ = 0;
  bool lost_ = false;
};

}  // namespace newsmill::testing
