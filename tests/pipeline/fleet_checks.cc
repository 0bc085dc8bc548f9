// What is checked of each worker while it reads the log.
#include <utility>

#include "fleet.h"
#include "fmt/format.h"

namespace newsmill::pipeline::fleet {

/// A worker that starts tries the newest mark first. It must tell the others of
/// each mark that it could not load.
void Fleet::CheckSkippedMarks(const Worker& worker) {
  const LogClient& client = worker.reader->client;
  // Parts of others may keep a mark incomplete.
  if (has_foreign_parts_ || !terms_.write_marks || worker.place == 0) return;
  // It skips marks that it doubts, and marks before a reset.
  if (!worker.doubted.empty() || report_.resets > 0) return;
  for (const auto& [key, written] : log_.marks) {
    const bool is_tried =
        written.is_complete && written.completed_at < client.opened_end &&
        written.objected_at < 0 && written.begun_at >= log_.first &&
        written.mark.base >= log_.first && key.first > worker.place;
    if (is_tried && log_.IsDamaged(written) && !client.objected.contains(key)) {
      Found(Harm::kNotHealed, "hides a mark that cannot be loaded");
    }
  }
}

void Fleet::CompareWithTruth(size_t id, const LogRecord& record,
                             const Applied& applied) {
  Worker& worker = workers_[id];
  const LogClient& client = worker.reader->client;
  const int64_t offset = record.offset;
  const Applied& truth = log_.entries[static_cast<size_t>(offset)].truth;
  // It knows fewer texts until its reset is in the log.
  if (worker.accepts_short_log) return;
  const auto started_at = std::exchange(worker.started_at, std::nullopt);
  if (started_at) worker.wrong_before.reset();
  const bool was_wrong = worker.wrong_since.has_value();
  const bool has_right_state =
      BreaksReading(broken_) ||
      worker.reader->follower.index().digest() == log_.DigestAt(offset + 1);
  if (has_right_state) {
    worker.wrong_since.reset();
  } else if (started_at &&
             log_.HasHiddenWrongMark(*started_at, client.most_read,
                                     client.objected)) {
    worker.wrong_since = offset;
    ++report_.wrong_states;
  }
  const auto decides = [](const Applied& a) {
    return a.effect == Effect::kDecided || a.effect == Effect::kRepeated;
  };
  const bool has_decided_right = decides(applied) == decides(truth) &&
                                 applied.decision == truth.decision &&
                                 applied.log_offset == truth.log_offset;
  if (!was_wrong && !worker.wrong_since && !has_decided_right) {
    Found(Harm::kDecisionsDiffer, fmt::format("at offset {}", offset));
  }
  if (!worker.wrong_since && !has_right_state) {
    Found(Harm::kStatesDiffer,
          fmt::format("worker {} after offset {}{}", id, offset,
                      started_at ? ", just started" : ""));
  }
  // Parts of others may keep a mark incomplete.
  if (has_foreign_parts_) return;
  if (client.last_written && !client.objected.contains(*client.last_written)) {
    const WrittenMark& own = log_.marks.at(*client.last_written);
    if (own.completed_at == offset && own.mark != own.original) {
      Found(Harm::kNotHealed, "its own mark is damaged");
    }
  }
  // A right mark ends a wrong state.
  if (!worker.wrong_since) return;
  for (const auto& [key, written] : log_.marks) {
    if (written.completed_at == offset && key.first >= *worker.wrong_since &&
        written.mark.digest == log_.DigestAt(key.first) &&
        !worker.doubted.contains(key) && !log_.IsDamaged(written)) {
      Found(Harm::kNotHealed,
            fmt::format("worker {} has read the mark for {} at offset {}, but "
                        "is wrong since {}",
                        id, key.first, offset, *worker.wrong_since));
    }
  }
}

}  // namespace newsmill::pipeline::fleet
