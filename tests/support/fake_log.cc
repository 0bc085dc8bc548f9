#include "support/fake_log.h"

#include <algorithm>
#include <utility>

#include "fmt/format.h"
#include "newsmill/output/log_entry.h"

namespace newsmill::testing {

using pipeline::LogBounds;
using pipeline::LogError;
using pipeline::LogRecord;

void FakeLog::Append(model::LogEntry entry) {
  const MutexLock lock(mutex_);
  entries_.push_back(std::move(entry));
  for (const Listener& listener : listeners_) listener.readable();
}

void FakeLog::Trim(int64_t before) {
  const MutexLock lock(mutex_);
  const int64_t first = std::clamp(before, first_, BoundsLocked().end);
  entries_.erase(entries_.begin(), entries_.begin() + (first - first_));
  first_ = first;
}

std::vector<model::LogEntry> FakeLog::entries() {
  const MutexLock lock(mutex_);
  return {entries_.begin(), entries_.end()};
}

LogBounds FakeLog::bounds() {
  const MutexLock lock(mutex_);
  return BoundsLocked();
}

LogBounds FakeLog::BoundsLocked() const {
  return {.first = first_,
          .end = first_ + static_cast<int64_t>(entries_.size())};
}

std::expected<std::optional<LogRecord>, LogError> FakeLog::At(int64_t offset) {
  const MutexLock lock(mutex_);
  const LogBounds bounds = BoundsLocked();
  const std::string what = fmt::format("offset {} does not exist", offset);
  if (offset < bounds.first) {
    return std::unexpected(
        LogError{.what = what, .trimmed = true, .bounds = bounds});
  }
  if (offset > bounds.end) {
    return std::unexpected(LogError{.what = what, .misconfigured = true});
  }
  if (offset == bounds.end) return std::nullopt;
  const model::LogEntry& entry = entries_[static_cast<size_t>(offset - first_)];
  return LogRecord{
      .offset = offset,
      .time_ms = offset * 1000,
      .hash = static_cast<uint64_t>(offset) * 31,
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

std::expected<LogBounds, Error> FakeLogClient::Open(
    std::function<void()> readable, int64_t /*least_end*/) {
  log_.Listen(this, std::move(readable));
  const LogBounds bounds = log_.bounds();
  next_ = bounds.first;
  return bounds;
}

std::expected<void, LogError> FakeLogClient::ReadFrom(int64_t offset) {
  next_ = offset;
  return {};
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
  if (record && *record) ++next_;
  return record;
}

}  // namespace newsmill::testing
