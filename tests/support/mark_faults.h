// Fingerprint logs with faults, for the tests of marks on a real broker.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::testing {

/// Passes all calls to another log.
class WrappedLog : public pipeline::FingerprintLog {
 public:
  explicit WrappedLog(std::unique_ptr<pipeline::FingerprintLog> log)
      : log_(std::move(log)) {}

  std::expected<pipeline::LogBounds, Error> Open(std::function<void()> readable,
                                                 int64_t least_end) override {
    return log_->Open(std::move(readable), least_end);
  }
  std::expected<void, pipeline::LogError> Append(
      const model::LogEntry& entry) override {
    return log_->Append(entry);
  }
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Poll()
      override {
    return log_->Poll();
  }
  std::expected<void, pipeline::LogError> ReadFrom(int64_t offset) override {
    return log_->ReadFrom(offset);
  }
  void Trim(int64_t before) override { log_->Trim(before); }
  void Close() override { log_->Close(); }
  void Interrupt() override { log_->Interrupt(); }

 private:
  std::unique_ptr<pipeline::FingerprintLog> log_;
};

/// The steps at which a KillPoint kills the process.
///   mark_begin   before the first part of a mark is appended
///   mark_part    when the first of three parts is in the log, and no other
///   mark_end     when all parts are appended; it is open which of them reach
///                the log
///   mark_unread  when all parts are in the log, before the worker has read the
///                last one
///   trim_begin   before the request to delete entries
///   trim_sent    when the request is made; it is open whether it reaches the
///                broker
///   trim_done    when the broker has deleted the entries, before the worker
///                knows it
/// A mark of one part is split into three.
class KillPoint {
 public:
  explicit KillPoint(std::string step) : step_(std::move(step)) {}

  /// Kills the process if this is the step.
  void Reach(std::string_view step) const;
  bool Is(std::string_view step) const { return step == step_; }

  /// The offset below which entries were to be deleted, or -1.
  std::atomic<int64_t> trimmed = -1;

 private:
  const std::string step_;
};

class KillingLog : public WrappedLog {
 public:
  KillingLog(std::unique_ptr<pipeline::FingerprintLog> log, KillPoint& point)
      : WrappedLog(std::move(log)), point_(point) {}

  std::expected<void, pipeline::LogError> Append(
      const model::LogEntry& entry) override;
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Poll()
      override;
  void Trim(int64_t before) override;

 private:
  KillPoint& point_;
  std::optional<uint64_t> nonce_;  // of the mark that was appended
};

/// Passes all events on, and reaches trim_done.
class KillingObserver : public pipeline::Observer {
 public:
  KillingObserver(pipeline::Observer& metrics, const KillPoint& point)
      : metrics_(metrics), point_(point) {}
  void On(const pipeline::Event& event) override;

 private:
  pipeline::Observer& metrics_;
  const KillPoint& point_;
};

/// Takes the time of the entries from the input, as the log of a replay does.
/// So a test decides how much time passes.
class InputClockLog : public WrappedLog {
 public:
  using WrappedLog::WrappedLog;

  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Poll()
      override;
};

}  // namespace newsmill::testing
