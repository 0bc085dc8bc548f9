#include "newsmill/pipeline/pin_range.h"

#include <chrono>
#include <string>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "newsmill/base/mutex.h"

namespace newsmill::pipeline {
namespace {

constexpr std::chrono::seconds kPatience{30};

std::unexpected<Error> Fail(std::string what) {
  return std::unexpected(Error{"the replay's log: " + std::move(what)});
}

/// Opens a fingerprint log, and closes it when the object is destroyed.
class OpenLog {
 public:
  explicit OpenLog(FingerprintLog& log) : log_(log) {}
  ~OpenLog() { log_.Close(); }
  OpenLog(const OpenLog&) = delete;
  OpenLog& operator=(const OpenLog&) = delete;

  std::expected<LogBounds, Error> Open() {
    return log_.Open(
        [this] {
          const MutexLock lock(mutex_);
          readable_ = true;
          changed_.NotifyAll();
        },
        /*least_end=*/0);
  }

  std::expected<void, Error> Append(model::RangeEntry range) {
    const auto appended =
        log_.Append({.anchor = {}, .content = std::move(range)});
    if (!appended) return Fail(appended.error().what);
    return {};
  }

  std::expected<model::LogEntry, Error> ReadFirst() {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (true) {
      auto record = log_.Poll();
      if (!record) return Fail(record.error().what);
      if (*record) return (*std::move(record))->entry;
      if (!AwaitReadable(deadline)) {
        return Fail("its first entry cannot be read; check the brokers");
      }
    }
  }

 private:
  bool AwaitReadable(std::chrono::steady_clock::time_point deadline) {
    const MutexLock lock(mutex_);
    while (!readable_) {
      if (!changed_.WaitUntil(mutex_, deadline)) break;
    }
    return std::exchange(readable_, false);
  }

  FingerprintLog& log_;
  Mutex mutex_;
  CondVar changed_;
  bool readable_ GUARDED_BY(mutex_) = false;
};

}  // namespace

std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose) {
  OpenLog open(log);
  const auto bounds = open.Open();
  if (!bounds) return std::unexpected(bounds.error());
  if (bounds->first > 0) {
    return Misconfigured(FirstEntriesMissing(
        fmt::format("the replay's log begins at offset {}", bounds->first)));
  }
  if (bounds->end == 0) {
    auto range = propose();
    if (!range) return std::unexpected(range.error());
    if (auto appended = open.Append(*std::move(range)); !appended) {
      return std::unexpected(appended.error());
    }
  }
  auto first = open.ReadFirst();
  if (!first) return std::unexpected(first.error());
  if (auto* range = std::get_if<model::RangeEntry>(&first->content)) {
    return std::move(*range);
  }
  return Misconfigured(
      "the fingerprint log does not belong to a replay: a replay needs its own "
      "log, and the first entry of this log is the range of the replay");
}

}  // namespace newsmill::pipeline
