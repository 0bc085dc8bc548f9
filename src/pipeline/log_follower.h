// Reads the fingerprint log and applies each entry to the index.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>

#include "newsmill/dedup/index.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::pipeline {

/// Reads the fingerprint log from its first entry on. If the log is empty,
/// writes its first entries. Checks that the log belongs to this group. Not
/// thread-safe: the decide thread owns it.
///
///   kCatchingUp ─ end of the log read ─► kFounding ─ our rules in force ─►
///   kReady
class LogFollower {
 public:
  LogFollower(FingerprintLog& log, LogTerms terms);
  ~LogFollower();
  LogFollower(const LogFollower&) = delete;
  LogFollower& operator=(const LogFollower&) = delete;

  struct Taken {
    LogRecord record;
    dedup::Applied applied;
  };

  std::expected<void, LogError> Open(std::function<void()> readable);
  /// Appends an entry with `content` to the log. The anchor of the new entry is
  /// the offset and the hash of the entry that was read last.
  std::expected<void, LogError> Append(
      decltype(model::LogEntry::content) content);
  /// Reads the next entry of the log, applies it to the index, and returns it.
  /// Returns nothing at the end of the log.
  std::expected<std::optional<Taken>, LogError> TakeNext();

  bool ready() const { return state_ == State::kReady; }
  int64_t next_offset() const { return next_offset_; }
  const LogTerms& terms() const { return terms_; }
  const dedup::Index& index() const { return index_; }

 private:
  enum class State { kCatchingUp, kFounding, kReady };

  std::expected<void, LogError> FollowState(const model::LogEntry& entry);
  std::expected<void, LogError> Found();
  std::expected<void, LogError> CheckTerms() const;
  /// Checks that the group's offset metadata contain the id of this log, and
  /// that the log still has all entries that the group has read.
  std::expected<void, LogError> CheckHistory() const;
  /// Returns whether the writer of `entry` has read another log than this
  /// worker. The anchor of `entry` shows this.
  bool WriterReadAnotherLog(const model::LogEntry& entry) const;

  FingerprintLog& log_;
  const LogTerms terms_;
  dedup::Index index_;
  State state_ = State::kCatchingUp;
  int64_t end_at_open_ = 0;
  int64_t next_offset_ = 0;
  int unread_terms_ = 0;  // first entries that are appended but not read yet
  model::Anchor last_;
  // The anchors of the last entries. The index is the offset modulo the size.
  std::array<model::Anchor, 4096> recent_{};
};

}  // namespace newsmill::pipeline
