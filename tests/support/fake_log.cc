#include "support/fake_log.h"

#include <utility>

#include "newsmill/output/log_entry.h"

namespace newsmill::testing {

using pipeline::LogError;
using pipeline::LogRecord;

void FakeLog::Append(model::LogEntry entry) {
  const MutexLock lock(mutex_);
  entries_.push_back(std::move(entry));
  for (const Listener& listener : listeners_) listener.readable();
}

std::vector<model::LogEntry> FakeLog::entries() {
  const MutexLock lock(mutex_);
  return entries_;
}

std::optional<LogRecord> FakeLog::At(size_t offset) {
  const MutexLock lock(mutex_);
  if (offset >= entries_.size()) return std::nullopt;
  const model::LogEntry& entry = entries_[offset];
  return LogRecord{
      .offset = static_cast<int64_t>(offset),
      .time_ms = static_cast<int64_t>(offset) * 1000,
      .hash = offset * 31,
      .bytes = static_cast<int64_t>(output::EncodeLogEntry(entry).size()),
      .entry = entry};
}

void FakeLog::Listen(const void* who, std::function<void()> readable) {
  const MutexLock lock(mutex_);
  listeners_.push_back({who, std::move(readable)});
}

void FakeLog::Forget(const void* who) {
  const MutexLock lock(mutex_);
  std::erase_if(listeners_,
                [who](const Listener& one) { return one.who == who; });
}

std::expected<int64_t, Error> FakeLogClient::Open(
    std::function<void()> readable, int64_t /*least_end*/) {
  log_.Listen(this, std::move(readable));
  return static_cast<int64_t>(log_.entries().size());
}

std::expected<void, LogError> FakeLogClient::Append(
    const model::LogEntry& entry) {
  if (loses(appends_++)) {
    lost_ = true;
  } else if (!lost_) {
    log_.Append(entry);
  }
  return {};
}

std::expected<std::optional<LogRecord>, LogError> FakeLogClient::Poll() {
  if (std::exchange(lost_, false)) {
    return std::unexpected(
        LogError{.appends_lost = true, .what = "planned fault"});
  }
  auto record = log_.At(next_);
  if (record) ++next_;
  return record;
}

}  // namespace newsmill::testing
