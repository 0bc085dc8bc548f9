// Follows the marks in the fingerprint log: which marks are complete, which of
// them a late worker can start from, when the next mark is due, and which
// entries of the log are not needed any more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Marks describe the state at places: offsets that are divisible by this
/// number.
inline constexpr int64_t kPlaceSpacing = 8192;

/// A mark of which all parts were read and are correct.
struct KnownMark {
  int64_t place = 0;
  int64_t base = 0;
  uint64_t nonce = 0;
  model::Hash128 digest;
  model::Hash128 hash;       // of the bytes of all parts
  int64_t bytes = 0;         // sum of the sizes of the parts
  int64_t last_offset = -1;  // of the part that made the mark complete
  int64_t time_ms = 0;       // of this part
  bool objected = false;     // an objection in the log, or Reject

  bool operator==(const KnownMark&) const = default;
};

/// A mark that a worker can start from.
struct LoadableMark {
  KnownMark known;
  model::Mark mark;
  /// The offset of the first text to load. If it is above the base, a reset has
  /// given up the texts below it. Then the worker loads the mark without them,
  /// and cannot check the digest.
  int64_t first_text = 0;
};

struct MarkBookOptions {
  int64_t place_spacing = kPlaceSpacing;
  /// True: keeps the parts of complete marks, so that Newest can return them.
  /// Only a worker that starts late needs them.
  bool keep_parts = false;
  /// The maximum number of bytes of all parts that the book keeps at a time. A
  /// mark of more bytes is never complete. A book that keeps parts has room for
  /// the newest complete mark and for one incomplete mark if each has at most
  /// half of the limit.
  int64_t max_bytes = 64 << 20;
};

/// What the fingerprint log says about marks, as a pure function of the entries
/// that were read. Not thread-safe.
///
/// Parts that cannot belong to a mark are ignored and counted. Of complete
/// marks, the book keeps at most 8. It drops a mark with an objection first,
/// then the mark with the lowest place. Of incomplete marks, it keeps at
/// most 8. It drops the mark that has waited longest for a part. It drops an
/// incomplete mark also if 65,536 offsets follow its last part.
///
/// Marks are compared by their place. If two workers have written a mark for
/// the same place, the mark that was complete first is the newer one.
class MarkBook {
 public:
  explicit MarkBook(MarkBookOptions options = {});

  /// Reads the next entry of the log. The first entry may have any offset.
  /// Ignores entries below an offset that was read before. So a worker may go
  /// back in the log and pass all entries to the book again.
  void Read(const LogRecord& record);

  /// Returns the first element of Valid, if there is one.
  std::optional<KnownMark> NewestKnown() const;
  /// Returns the complete marks without objection, the newest first.
  std::vector<KnownMark> Valid() const;
  /// Returns all complete marks, the newest first.
  std::vector<KnownMark> Known() const;

  /// Returns whether the worker should write a mark for `place`, which is the
  /// offset of the next entry or of an earlier entry. A mark is due if
  /// - `place` is a place, and
  /// - there is no valid mark; or the newest one is for an earlier place, and
  ///   the log has grown from that place up to `place` by at least 20 times the
  ///   size of the mark, and
  /// - no worker is writing a newer mark: there is no incomplete mark with a
  ///   part among the last `place_spacing` offsets.
  /// If the book has not read the log from the place of the newest valid mark
  /// on, only the entries that it has read count.
  bool IsDue(int64_t place) const;

  /// Returns the newest valid mark that a worker can start from if the log's
  /// first retained entry is at `first_offset`. Its parts must be kept. Returns
  /// nothing if there is no such mark. One of these conditions is true for it:
  /// - Its base is at `first_offset` or above. All its texts can be read.
  /// - The latest reset in the log follows the mark, and has given up the texts
  ///   that cannot be read: the offset in the reset is `first_offset` or above.
  ///   In addition, the mark was the newest valid mark before the reset. The
  ///   writer of the reset has loaded this mark without the texts below the
  ///   offset in the reset. Another worker reaches the same state only if it
  ///   loads the same mark without the same texts. If there was no valid mark
  ///   before the reset, the newest mark with an objection takes its place.
  /// In both cases, its place is at `first_offset` or above. After a reset,
  /// only the mark of the reset and later marks are returned.
  std::optional<LoadableMark> Newest(int64_t first_offset) const;
  /// Like Newest, but gives up the texts that cannot be read. The caller must
  /// append a reset for the first text.
  std::optional<LoadableMark> WithoutLostTexts(int64_t first_offset) const;
  /// Returns the mark that other workers would load if a reset which gives up
  /// all texts followed now. Its parts must be kept.
  std::optional<LoadableMark> WithoutTexts(int64_t first_offset) const;

  /// Returns whether the latest reset names this mark: the writer of the reset
  /// must have loaded it.
  bool ResetNames(int64_t place, uint64_t nonce) const;

  /// States that this worker has found the mark to be wrong. From then on, the
  /// mark is not valid, and Newest returns the mark before it.
  void Reject(int64_t place, uint64_t nonce);

  /// Returns the offset below which no worker needs an entry of the log.
  /// `own_oldest_text` is the offset of the oldest text in this worker's index,
  /// or the next offset if the index is empty. A late worker can start from any
  /// of the valid marks for the newest three places. Returns 0 if there are
  /// valid marks for fewer places.
  int64_t TrimBefore(int64_t own_oldest_text) const;

  /// Returns how many parts were ignored, because they cannot belong to a mark,
  /// contradict another part of the same mark, or together are no mark.
  int64_t ignored() const { return ignored_; }

 private:
  using Key = std::pair<int64_t, uint64_t>;  // place, nonce

  struct Incomplete {
    model::MarkPartEntry head;  // fields that all parts have, no bytes
    std::map<uint32_t, model::MarkPartEntry> parts;  // by number
    int64_t bytes = 0;                               // of all parts
    int64_t log_bytes_at_place = 0;
    int64_t last_offset = -1;  // of a part
    bool objected = false;     // by an entry of the log
  };
  struct Complete {
    KnownMark known;
    model::MarkPartEntry head;
    int64_t log_bytes_at_place = 0;
    bool objected = false;                    // by an entry of the log
    bool rejected = false;                    // by this worker
    std::vector<model::MarkPartEntry> parts;  // empty if they are not kept
  };
  struct Place {
    int64_t offset = 0;
    int64_t log_bytes = 0;  // of the entries that were read before this offset
  };
  struct Reset {
    int64_t offset = 0;  // of the entry
    int64_t first_offset = 0;
    std::optional<Key> mark;    // that the writer of the reset has loaded
    bool was_objected = false;  // before the reset
  };

  void RememberPlace(int64_t offset);
  int64_t LogBytesAt(int64_t place) const;

  void On(const model::MarkPartEntry& part, const LogRecord& record);
  void On(const model::ObjectionEntry& objection);
  void On(const model::ResetEntry& reset, int64_t offset);
  Incomplete& IncompleteOf(const model::MarkPartEntry& part);
  void Finish(const Key& key, int64_t time_ms);

  Complete* Find(const Key& key);
  const Complete* NewestValid() const;
  const Complete* MarkForReset(int64_t first_text) const;
  bool IsBeingWritten() const;
  bool IsUsable(const Complete& mark) const;
  static LoadableMark Load(const Complete& mark, int64_t first_text);
  int64_t FirstTextOf(const Complete& mark) const;

  void DropAbandoned();
  std::map<Key, Incomplete>::iterator OldestIncomplete();
  void DropOldestComplete();
  void LimitBytes();

  MarkBookOptions options_;
  int64_t next_offset_ = 0;
  int64_t log_bytes_ = 0;     // of all entries that were read
  std::deque<Place> places_;  // the last ones, ascending
  std::map<Key, Incomplete> incomplete_;
  std::vector<Complete> complete_;  // the newest first
  std::optional<Reset> reset_;      // the latest
  int64_t ignored_ = 0;
};

}  // namespace newsmill::pipeline
