// Finds the state of the index for a worker that starts: from a mark in the
// fingerprint log, or from the first entry of the log.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mark_book.h"
#include "newsmill/dedup/index.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Reads the end of the log for the newest mark whose texts can still be read.
/// If it finds none, it reads a longer part of the log. Then it reads the log
/// from the base of the mark up to its place, and loads the texts without
/// comparing them. If the result is not the state of the mark, it takes the
/// mark before. Without a mark, it needs the first entry of the log. Not
/// thread-safe.
///
///   kSearching ─ mark found ─► kLoading ─ digest is right ─► kDone
///       │    ◄──────────────── digest differs ─────┘           ▲
///       └─ no mark, but the first entry is there ──────────────┘
class LateStart {
 public:
  struct Options {
    LogBounds bounds;
    /// False: nobody writes marks into this log, so it is read from its first
    /// entry.
    bool has_marks = true;
    /// Marks from this place on are not used, unless no earlier mark can be
    /// loaded.
    std::optional<int64_t> below_place;
    /// The places and nonces of marks that are used only if no other mark can
    /// be loaded.
    std::set<std::pair<int64_t, uint64_t>> doubted = {};
    /// The places and nonces of marks that are never used.
    std::set<std::pair<int64_t, uint64_t>> rejected = {};
    /// True: if no mark can be loaded wholly, loads the newest mark without the
    /// texts that the log has lost. If that fails too, loads a mark without any
    /// text. See lost_below().
    bool accept_short_log = false;
    int64_t place_spacing = kPlaceSpacing;
  };
  enum class Phase { kSearching, kLoading, kDone };

  /// `log` must outlive this object.
  LateStart(FingerprintLog& log, Options options);

  /// Begin starts to read. Then Read must get each record of the log, until the
  /// phase is kDone. The caller applies the records that follow to index().
  std::expected<void, LogError> Begin();
  std::expected<void, LogError> Read(const LogRecord& record);
  Phase phase() const { return phase_; }

  dedup::Index& index() { return index_; }
  /// REQUIRES: kDone.
  dedup::Index TakeIndex() { return std::move(index_); }
  MarkBook TakeBook() { return std::move(book_); }
  /// Returns the offset of the first entry that is not part of the state.
  int64_t place() const { return place_; }
  /// Returns the mark that was loaded, or nothing if the log has to be read
  /// from its first entry.
  const std::optional<KnownMark>& mark() const { return loading_; }
  /// Returns the offset of the first text that was loaded, if the log has lost
  /// texts of the mark.
  std::optional<int64_t> lost_below() const { return lost_below_; }
  /// Returns whether texts of the mark are given up without a reset in the log
  /// that says so. Then the caller must append one.
  bool needs_reset() const { return needs_reset_; }

  /// Returns how many entries are still to be read before `end`, as far as this
  /// is known.
  int64_t entries_left() const;
  /// Returns the marks that could not be loaded although the log has all their
  /// texts. Another worker could not load them either.
  const std::vector<KnownMark>& failed_marks() const { return failed_marks_; }

 private:
  std::expected<void, LogError> SearchEnd();
  std::expected<void, LogError> SearchFrom(int64_t offset);
  std::expected<void, LogError> Choose();
  std::expected<void, LogError> ReadWholeLog();
  std::expected<void, LogError> StartLoading(LoadableMark chosen,
                                             bool needs_reset);
  std::expected<void, LogError> Load(const LogRecord& record);
  /// `next_is_place`: the next record that the log returns has the offset of
  /// the mark's place.
  std::expected<void, LogError> FinishLoading(bool next_is_place);
  std::expected<void, LogError> Fail();
  /// Returns what an operator can do if this worker can start from no mark.
  std::string WhyNoneIsUsable() const;
  std::optional<LoadableMark> NewestUsable();

  FingerprintLog& log_;
  const Options options_;
  std::optional<int64_t> below_place_;
  std::set<std::pair<int64_t, uint64_t>> doubted_;
  Phase phase_ = Phase::kSearching;
  int64_t searched_from_ = 0;
  int64_t next_offset_ = 0;
  MarkBook search_;
  std::set<std::pair<int64_t, uint64_t>> failed_;  // places and nonces
  std::vector<KnownMark> failed_marks_;
  bool gives_up_texts_ = false;  // all texts of the mark that is loaded
  bool needs_reset_ = false;
  std::optional<KnownMark> loading_;
  std::optional<int64_t> lost_below_;
  int64_t place_ = 0;
  dedup::Index index_;
  MarkBook book_;
};

}  // namespace newsmill::pipeline
