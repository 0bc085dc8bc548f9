// Reads the fingerprint log and applies each entry to the index. Writes marks,
// checks the marks of other workers, and trims the log.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "late_start.h"
#include "mark_book.h"
#include "newsmill/dedup/index.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::pipeline {

/// Reads the fingerprint log, from a mark or from its first entry on. If the
/// log is empty, writes its first entries. Checks that the log belongs to this
/// group. Not thread-safe: the decide thread owns it.
///
///   kStarting ─ state loaded ─► kCatchingUp ─ end of the log read ─► kFounding
///       ▲                                                               │
///       └── state is wrong, or entries were trimmed ── kReady ◄─────────┘
///                                                      our rules in force
class LogFollower {
 public:
  LogFollower(FingerprintLog& log, LogTerms terms);
  ~LogFollower();
  LogFollower(const LogFollower&) = delete;
  LogFollower& operator=(const LogFollower&) = delete;

  struct Taken {
    LogRecord record;
    /// Empty: the entry was only read to find the state of the index.
    std::optional<dedup::Applied> applied;
  };

  std::expected<void, LogError> Open(std::function<void()> readable);
  /// Appends an entry with `content` to the log. The anchor of the new entry is
  /// the offset and the hash of the entry that was read last.
  std::expected<void, LogError> Append(
      decltype(model::LogEntry::content) content);
  /// Reads the next entry of the log, applies it to the index, and returns it.
  /// Returns nothing at the end of the log. If the worker has to find the state
  /// of the index again, returns an error with `appends_lost`, because entries
  /// of the worker may be skipped.
  std::expected<std::optional<Taken>, LogError> TakeNext();

  /// Returns whether the worker that has written the entry before next_offset()
  /// should write a mark.
  bool IsMarkDue() const;
  /// Appends a mark for next_offset(). `writer` identifies this worker.
  std::expected<void, LogError> AppendMark(model::AssignmentKey writer);

  bool ready() const { return state_ == State::kReady; }
  int64_t next_offset() const { return next_offset_; }
  const LogTerms& terms() const { return terms_; }
  const dedup::Index& index() const { return index_; }
  /// Returns the version of the fingerprints in force; 0: no rules are read.
  uint16_t version() const {
    return index_.rules() ? index_.rules()->version : uint16_t{0};
  }

  const MarkBook& marks() const { return book_; }
  /// Describes what was read, for the observer.
  LogRead Status() const;

 private:
  enum class State { kStarting, kCatchingUp, kFounding, kReady };
  struct Digest {
    int64_t place = -1;
    model::Hash128 digest;
  };

  std::expected<void, LogError> Start(std::optional<int64_t> below_place);
  std::expected<void, LogError> TakeState();
  LogError StartAgain(std::string what, std::optional<int64_t> below_place);
  /// Returns whether the worker can continue with the state that it had before
  /// it began to start again.
  bool CanKeepState() const;
  LogError KeepState();
  std::expected<void, LogError> Apply(Taken& taken);
  std::expected<void, LogError> FollowState(const model::LogEntry& entry);
  std::expected<void, LogError> FollowMarks(const LogRecord& record);
  std::expected<void, LogError> FollowObjection(
      const model::ObjectionEntry& objection);
  std::expected<void, LogError> FollowComplete(const KnownMark& mark);
  std::expected<void, LogError> Check(const KnownMark& mark);
  /// Rejects the mark, and appends an objection to it. `digest` is the digest
  /// of the state of this worker, or 0 if the mark cannot be loaded.
  std::expected<void, LogError> Object(const KnownMark& mark,
                                       const model::Hash128& digest);
  void TrimAfterOwn();
  void RememberDigest();
  model::Hash128 DigestAt(int64_t place) const;
  void RememberDue();
  /// Returns how many entries are still to be read before the worker is ready.
  int64_t EntriesLeft() const;
  std::expected<void, LogError> Found();
  std::expected<void, LogError> AppendFirstEntries();
  /// Checks that the group's offset metadata contain the id of this log, and
  /// that the log still has all entries that the group has read.
  std::expected<void, LogError> CheckHistory() const;
  /// Returns whether the writer of `entry` has read another log than this
  /// worker. The anchor of `entry` shows this.
  bool WriterReadAnotherLog(const model::LogEntry& entry) const;

  FingerprintLog& log_;
  const LogTerms terms_;
  dedup::Index index_;
  MarkBook book_;
  std::optional<LateStart> start_;  // in kStarting
  State state_ = State::kCatchingUp;
  bool was_ready_ = false;
  int64_t first_offset_ = 0;
  int64_t end_at_open_ = 0;
  int64_t next_offset_ = 0;
  int unread_terms_ = 0;  // first entries that are appended but not read yet
  model::Anchor last_;
  // The anchors of the last entries. The index is the offset modulo the size.
  std::array<model::Anchor, 4096> recent_{};
  // The digests at the last places. The index is the number of the place modulo
  // the size.
  std::array<Digest, 64> digests_{};
  // The texts below this offset are missing in the log and in the index. Other
  // workers have to know this: a reset entry is to be appended.
  std::optional<int64_t> lost_below_;
  bool needs_reset_ = false;  // the log has no reset for these texts yet
  // The places and nonces of marks that differed from the state of this worker.
  // For each of them, the worker has loaded an earlier mark once, to see which
  // of the two is wrong.
  std::set<std::pair<int64_t, uint64_t>> doubted_;
  // The places and nonces of marks that this worker has found wrong. It does
  // not compare them again, and does not start from them.
  std::set<std::pair<int64_t, uint64_t>> rejected_;
  // The places and nonces of own marks with an objection, for which the worker
  // has started again.
  std::set<std::pair<int64_t, uint64_t>> answered_;
  // The mark from which the state was loaded.
  std::optional<KnownMark> loaded_;
  struct OwnMark {
    int64_t place = 0;
    model::AssignmentKey nonce = 0;
    model::Hash128 hash;  // of the bytes of all parts
  };
  std::optional<OwnMark> own_mark_;  // the last one
  // The marks that LateStart could not load. Other workers have to know this:
  // objections are to be appended.
  std::vector<KnownMark> failed_marks_;
  // While the worker starts again: the state in which it was before.
  std::optional<State> state_before_;
  // The mark because of which the worker starts again.
  std::optional<KnownMark> compared_;
  int64_t wrong_marks_ = 0;
  // The place for which a mark became due. There is no valid mark for it or a
  // later place yet.
  std::optional<int64_t> due_since_;
  int64_t ignored_before_ = 0;  // parts that earlier books have ignored
};

}  // namespace newsmill::pipeline
