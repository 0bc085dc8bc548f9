// The fingerprint log of a simulated fleet, and the client of each worker. The
// workers read it by the LogFollower of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "fleet_simulator.h"
#include "newsmill/dedup/index.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "support/made_texts.h"

namespace newsmill::pipeline::fleet {

using dedup::Applied;
using dedup::Effect;
using dedup::Index;
using test::HashOfNumber;
using test::PrintOf;
using test::Random;
using test::Scramble;
using test::Story;
using test::Text;

/// Entries that a worker wrote and that are not yet in the log, in order.
struct Producer {
  std::deque<model::LogEntry> outbox;
  uint64_t stalls = 0;  // attempts that fail
};

/// Returns whether the broken rule is about the entries that a worker reads.
/// Such workers read the whole log, because marks would not fit their state.
inline bool BreaksReading(Broken broken) {
  return broken == Broken::kDecidesOnAck ||
         broken == Broken::kEachAppendIsADelivery ||
         broken == Broken::kForgetsPendingAtClaim ||
         broken == Broken::kRemembersOnlyOriginals ||
         broken == Broken::kNoFencing;
}

/// Shows an index other deliveries or assignments than the log's, if a rule
/// about them is broken. Each index needs its own disguise, and must be shown
/// each entry once.
class Disguise {
 public:
  explicit Disguise(Broken broken) : broken_(broken) {}

  model::LogEntry Shown(model::LogEntry entry);
  /// `entry` is the one in the log, and `applied` its result.
  void Note(const model::LogEntry& entry, const Applied& applied);
  std::vector<model::Delivery> Pending(const Index& index, int32_t partition,
                                       int64_t offset) const;

 private:
  model::Delivery Shown(model::Delivery delivery) const;

  Broken broken_;
  // How often each decided delivery was forgotten.
  std::map<model::Delivery, uint64_t> forgotten_;
};

using MarkKey = std::pair<int64_t, uint64_t>;  // place, nonce

/// A mark that somebody began to write.
struct WrittenMark {
  model::Mark mark;
  bool is_complete = false;   // all parts are in the log
  model::Mark original;       // before it was damaged
  model::Hash128 hash;        // of the bytes of all parts
  int64_t begun_at = -1;      // offset of the first part
  int64_t completed_at = -1;  // offset of the last part
  int64_t objected_at = -1;   // offset of the first objection
};

struct Logged {
  model::LogEntry entry;
  int64_t time_ms = 0;
  int64_t bytes = 0;
  Applied truth;
  model::Hash128 digest;  // of the true state before the entry
};

/// The topic. The truth is an index that has read every entry.
class SharedLog {
 public:
  explicit SharedLog(Broken broken);

  void Append(const model::LogEntry& entry, int64_t time_ms, int64_t bytes);
  void TrimTo(int64_t before);
  /// Of the complete marks whose place may be `least`, and whose parts are
  /// retained, returns the newest one to which nobody has objected, or else the
  /// newest one.
  const WrittenMark* MarkForReset(int64_t least) const;
  /// Returns whether a worker that has read the entries below `read` may trim
  /// below `before`: three places have a mark without objection that needs none
  /// of the entries.
  bool MayTrim(int64_t before, int64_t read) const;
  /// Returns whether a worker that has all its texts cannot load the mark.
  bool IsDamaged(const WrittenMark& written) const;
  /// Returns how many complete marks are wrong, or have an objection.
  int64_t CountBadMarks() const;
  /// Returns whether a worker that knows the entries below `end` can start from
  /// a mark or from the first entry.
  bool CanBeStartedFrom(int64_t end) const;
  /// Returns the true digest before the entry at `offset`.
  model::Hash128 DigestAt(int64_t offset) const;
  /// Returns whether a complete mark for `place` is wrong, but was not objected
  /// to in the entries below `read`, nor by `known`.
  bool HasHiddenWrongMark(int64_t place, int64_t read,
                          const std::set<MarkKey>& known) const;
  /// Returns the index after the entries below `offset`. Entries for which
  /// `skips` is true only advance the time.
  Index StateAt(int64_t offset,
                const std::function<bool(int64_t)>& skips) const;
  int64_t end() const { return static_cast<int64_t>(entries.size()); }

  std::vector<Logged> entries;  // the trimmed ones, too
  int64_t first = 0;
  std::vector<int64_t> trims;  // not done yet
  std::map<MarkKey, WrittenMark> marks;
  /// After a reset, the truth is what the log and the reset's mark say. The
  /// entries from this offset on are decided again.
  int64_t decided_again_from = 0;
  bool is_reset_right = true;  // the mark of each reset could be loaded
  /// A reset has made a wrong mark the truth, because there was no right one.
  bool has_adopted_wrong_mark = false;

 private:
  void Reset(const model::ResetEntry& reset);

  Disguise disguise_;
  Index truth_;
  int64_t reset_at_ = -1;
};

/// Returns the mark that a worker with the broken rule reads instead of `mark`.
/// Its digest is that of the state which a worker loads from it.
model::Mark BrokenMark(Broken broken, const SharedLog& log,
                       const model::Mark& mark);
/// Sets the digest of a mark to the digest of the state that it describes.
/// Returns false if the mark cannot be loaded.
bool FixDigest(const SharedLog& log, model::Mark& mark);
/// Changes what the mark says about texts or deliveries.
void Damage(Random& random, model::Mark& mark);

/// A worker's client of the log.
class LogClient : public FingerprintLog {
 public:
  LogClient(SharedLog& log, Producer& producer, Broken broken, Random& random)
      : log_(log),
        producer_(producer),
        broken_(broken),
        random_(random),
        disguise(broken) {}

  std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                       int64_t least_end) override;
  std::expected<void, LogError> Append(const model::LogEntry& entry) override;
  std::expected<std::optional<LogRecord>, LogError> Poll() override;
  std::expected<void, LogError> ReadFrom(int64_t offset) override;
  void Trim(int64_t before) override;
  void Close() override {}

 private:
  model::LogEntry Shown(const model::LogEntry& entry);
  model::LogEntry ShownPart(const model::MarkPartEntry& part);
  void AppendMark(const model::LogEntry& entry);

  SharedLog& log_;
  Producer& producer_;
  Broken broken_;
  Random& random_;
  int64_t next_ = 0;

 public:
  Disguise disguise;
  /// The worker searches for a mark, or loads it.
  bool is_starting = true;
  /// The worker is going to misread the next record.
  std::function<bool(LogRecord&)> misreads;
  bool damages_next_mark = false;
  int64_t opened_end = 0;  // of the log, when the worker asked last
  bool accepts_short_log = false;
  std::optional<int64_t> reads_next;  // out of the order of the log
  int64_t most_read = 0;              // the offset after all records read
  int64_t last_read = 0;              // offset of the last record read
  int64_t times_below_first = 0;
  std::set<MarkKey> objected;  // by this worker
  std::set<MarkKey> written;   // by this worker
  std::optional<MarkKey> last_written;
  bool has_trimmed_too_far = false;
};

}  // namespace newsmill::pipeline::fleet
