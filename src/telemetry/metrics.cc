// Computes the metrics, with one function for each table of docs/metrics.md. A
// test compares the code with the document.

#include <algorithm>
#include <array>

#include "families.h"
#include "process.h"
#include "state.h"

namespace newsmill::telemetry {
namespace {

using pipeline::Snapshot;
using pipeline::Stage;

constexpr std::array<std::string_view, kRebalances> kRebalanceNames = {
    "assigned", "revoked", "lost"};
// Entries with these effects change nothing in the index. Each effect is listed
// with its label value.
constexpr std::array kIgnored = {
    std::pair{dedup::Effect::kRepeated, "repeated"},
    std::pair{dedup::Effect::kFenced, "fenced"},
    std::pair{dedup::Effect::kOtherVersion, "other_version"},
    std::pair{dedup::Effect::kIgnored, "malformed"},
    std::pair{dedup::Effect::kRewound, "rewound"},
    std::pair{dedup::Effect::kUnknownRules, "unknown_rules"},
};

template <typename T>
std::vector<Series> One(T value) {
  return {{static_cast<double>(value)}};
}

double Seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

template <typename Enum>
std::string NameOf(size_t index) {
  return std::string(Name(static_cast<Enum>(index)));
}

/// Returns `size` series, one series for each value of the label `label`.
template <typename NameAt, typename ValueAt>
std::vector<Series> Each(size_t size, std::string_view label, NameAt name,
                         ValueAt value) {
  std::vector<Series> series;
  series.reserve(size);
  for (size_t i = 0; i < size; ++i) {
    series.push_back(
        {static_cast<double>(value(i)), {{label, std::string(name(i))}}});
  }
  return series;
}

/// Adds up the counters of all threads.
class Sums {
 public:
  explicit Sums(const PerThread<ThreadCounters>& counters)
      : counters_(counters) {}

  /// Returns the sum of one counter over all threads. `select` returns this
  /// Counter from the ThreadCounters of one thread.
  template <typename Select>
  double Of(Select select) const {
    int64_t sum = 0;
    counters_.ForEach(
        [&](const ThreadCounters& one) { sum += select(one).value(); });
    return static_cast<double>(sum);
  }
  /// Returns the sum of one histogram over all threads. `select` returns this
  /// HistogramCounter from the ThreadCounters of one thread.
  template <const auto& kBounds, typename Select>
  HistogramSum<kBounds> Of(Select select) const {
    HistogramSum<kBounds> sum;
    counters_.ForEach(
        [&](const ThreadCounters& one) { select(one).AddTo(sum); });
    return sum;
  }

 private:
  const PerThread<ThreadCounters>& counters_;
};

void AddItems(Families& families, const ItemTotals& items) {
  families.Counter(
      "input_items_total",
      "Items that entered the pipeline, counted once for each delivery.",
      One(items.input));
  std::vector<Series> articles;
  std::vector<Series> duplicates;
  for (size_t i = 0; i < model::kRelationCount; ++i) {
    const auto relation = static_cast<model::Relation>(i);
    (model::IsDuplicate(relation) ? duplicates : articles)
        .push_back({static_cast<double>(items.committed.relation[i]),
                    {{"relation", NameOf<model::Relation>(i)}}});
  }
  families.Counter("articles_total",
                   "Articles in committed transactions, by relation.",
                   articles);
  families.Counter("duplicates_total",
                   "Duplicates in committed transactions, by relation.",
                   duplicates);
  families.Counter("dead_letters_total",
                   "Dead letters in committed transactions, by reason.",
                   Each(model::kReasonCount, "reason", NameOf<model::Reason>,
                        [&](size_t i) { return items.committed.reason[i]; }));
  families.Counter(
      "abandoned_items_total",
      "Items that were dropped and will be delivered again, by cause.",
      Each(pipeline::kAbandonCauseCount, "cause",
           NameOf<pipeline::AbandonCause>,
           [&](size_t i) { return items.abandoned[i]; }));
  families.Gauge("in_flight_items",
                 "Items that entered the pipeline and are neither committed "
                 "nor abandoned.",
                 One(items.in_flight));
  families.Gauge("conservation_error_items",
                 "Items that entered the pipeline minus items that were "
                 "committed, were abandoned or are in flight. Any value "
                 "except 0 is a bug.",
                 One(items.conservation_error()));
}

void AddInput(Families& families, const Sums& sums,
              const Partitions& partitions, const ExpiredOffsets& expired,
              const Snapshot& snapshot, int64_t now_ms) {
  families.Counter("input_messages_total", "Input messages admitted.",
                   {{sums.Of([](auto& t) -> auto& { return t.messages; })}});
  families.Counter("input_bytes_total",
                   "Input bytes admitted (key, value and headers).",
                   {{sums.Of([](auto& t) -> auto& { return t.bytes; })}});
  families.Counter("input_ignored_fields_total",
                   "Optional input fields that were not used, by cause.",
                   Each(model::kIgnoredCauseCount, "cause",
                        NameOf<model::IgnoredCause>, [&](size_t i) {
                          return sums.Of([i](auto& t) -> auto& {
                            return t.ignored_fields[i];
                          });
                        }));
  families.Counter(
      "input_expired_offsets_total",
      "Input offsets that the broker deleted before they were processed.",
      One(expired.total()));
  std::vector<Series> lag;
  std::vector<Series> event_time_lag;
  for (const Partitions::Lag& one : partitions.Lags(now_ms)) {
    const Labels labels = {{"partition", std::to_string(one.partition)}};
    lag.push_back({static_cast<double>(one.messages), labels});
    if (!one.event_time_seconds) continue;
    event_time_lag.push_back({*one.event_time_seconds, labels});
  }
  families.Gauge(
      "input_lag_messages",
      "Input offsets from the committed offset to the end of the partition.",
      lag);
  families.Gauge("input_event_time_lag_seconds",
                 "Age in seconds of the newest committed message of the "
                 "partition, 0 if no message waits.",
                 event_time_lag);
  const int64_t assigned = partitions.assigned();
  families.Gauge("assigned_partitions",
                 "Input partitions assigned to this worker.", One(assigned));
  families.Gauge(
      "paused_partitions",
      "Assigned partitions that are not read because the byte budget is full.",
      One(snapshot.input_held ? assigned : 0));
  families.Counter(
      "rebalances_total",
      "Assignments that were started, revoked or lost, by event.",
      Each(
          kRebalances, "event", [](size_t i) { return kRebalanceNames[i]; },
          [&](size_t i) {
            return sums.Of([i](auto& t) -> auto& { return t.rebalances[i]; });
          }));
}

void AddStages(Families& families, const Sums& sums, const Snapshot& snapshot) {
  std::vector<Series> items, errors, busy, threads, waiting;
  std::vector<HistogramSeries<kStageBounds>> stayed, waited;
  for (size_t i = 0; i < pipeline::kStageCount; ++i) {
    const Labels stage = {{"stage", NameOf<Stage>(i)}};
    const Labels queue = {{"queue", NameOf<Stage>(i)}};
    const Snapshot::StageSnapshot& now = snapshot.stages[i];
    const auto of = [i](const ThreadCounters& t) -> auto& {
      return t.stages[i];
    };
    items.push_back(
        {sums.Of([&](auto& t) -> auto& { return of(t).items; }), stage});
    errors.push_back(
        {sums.Of([&](auto& t) -> auto& { return of(t).errors; }), stage});
    busy.push_back({Seconds(now.busy), stage});
    threads.push_back({static_cast<double>(now.threads), stage});
    waiting.push_back({static_cast<double>(now.waiting), queue});
    stayed.push_back(
        {sums.Of<kStageBounds>([&](auto& t) -> auto& { return of(t).stayed; }),
         stage});
    waited.push_back(
        {sums.Of<kStageBounds>([&](auto& t) -> auto& { return of(t).waited; }),
         queue});
  }
  families.Counter("stage_items_total", "Items that left the stage.", items);
  families.Counter("stage_errors_total",
                   "Errors of the stage: refused items (extract), assignments "
                   "that ended because entries may be lost (decide), failed "
                   "attempts to commit (publish).",
                   errors);
  families.Histogram(
      "stage_duration_seconds",
      "Time in seconds that a message spends in the stage, without the time "
      "in the queue before it.",
      stayed);
  families.Counter("stage_busy_seconds_total",
                   "Time in seconds in which threads of the stage had work.",
                   busy);
  families.Gauge("stage_threads", "Threads that run the stage.", threads);
  families.Gauge(
      "queue_messages",
      "Messages and commands that wait in the queue before the stage.",
      waiting);
  families.Histogram(
      "queue_wait_seconds",
      "Time in seconds that a message spends in the queue before the stage.",
      waited);
  families.Gauge("in_flight_bytes",
                 "Bytes of the byte budget that messages in flight use.",
                 One(snapshot.in_flight_bytes));
  families.Gauge(
      "in_flight_limit_bytes",
      "Size of the byte budget in bytes (worker.max_in_flight_bytes).",
      One(snapshot.in_flight_limit_bytes));
}

void AddLog(Families& families, const Sums& sums, const LogGauges& log) {
  const int64_t next = log.next_offset.load();
  families.Gauge("log_next_offset",
                 "Offset of the next fingerprint log entry to read.",
                 One(next));
  families.Gauge("log_lag_entries",
                 "Fingerprint log entries that the worker has not read yet.",
                 One(std::max<int64_t>(0, log.end_offset.load() - next)));
  families.Counter(
      "log_entries_total", "Fingerprint log entries read, by kind.",
      Each(model::kEntryKindCount, "kind", model::NameOfKind, [&](size_t i) {
        return sums.Of([i](auto& t) -> auto& { return t.entries[i]; });
      }));
  families.Counter(
      "log_ignored_entries_total",
      "Fingerprint log entries read that had no effect, by cause.",
      Each(
          kIgnored.size(), "cause", [](size_t i) { return kIgnored[i].second; },
          [&](size_t i) {
            const auto effect = static_cast<size_t>(kIgnored[i].first);
            return sums.Of([=](auto& t) -> auto& { return t.effects[effect]; });
          }));
  families.Counter("log_read_bytes_total",
                   "Bytes of the fingerprint log entries read.",
                   {{sums.Of([](auto& t) -> auto& { return t.log_bytes; })}});
  families.Gauge("index_entries", "Published texts in the index.",
                 One(log.texts.load()));
  families.Gauge("index_limit_entries",
                 "Limit of the texts in the index (max_entries of the rules in "
                 "force), 0 until the rules are read.",
                 One(log.rules_max_entries.load()));
  families.Gauge("index_bytes", "Memory of the index in bytes.",
                 One(log.bytes.load()));
  families.Gauge("index_window_seconds",
                 "Log time in seconds since the oldest text in the index.",
                 {{static_cast<double>(log.window_ms.load()) / 1000}});
  families.Gauge(
      "index_window_limit_seconds",
      "Window in seconds of the rules in force, 0 until the rules are read.",
      {{static_cast<double>(log.rules_window_ms.load()) / 1000}});
  families.Gauge(
      "fingerprint_version",
      "Version of the fingerprints in force, 0 until the rules are read.",
      One(log.fingerprint_version.load()));
  families.Gauge("pending_deliveries",
                 "Deliveries of the whole fleet that are decided but not yet "
                 "known to be committed.",
                 One(log.pending_deliveries.load()));
}

void AddMarks(Families& families, const LogGauges& log, int64_t now_ms) {
  const int64_t first = log.first_offset.load();
  const int64_t end = std::max(log.end_offset.load(), log.next_offset.load());
  families.Gauge("log_first_offset",
                 "Offset of the first fingerprint log entry that the brokers "
                 "retain, as far as this worker knows.",
                 One(first));
  families.Gauge("log_retained_entries",
                 "Fingerprint log entries that the brokers retain, as far as "
                 "this worker knows.",
                 One(std::max<int64_t>(0, end - first)));
  families.Gauge("log_live_entries",
                 "Fingerprint log entries from that of the oldest text in the "
                 "index on.",
                 One(log.live_entries.load()));
  families.Gauge(
      "log_needed_offset",
      "Offset below which no worker needs a fingerprint log entry, 0 "
      "until there are marks for three places.",
      One(log.needed_offset.load()));
  const int64_t time_ms = log.mark_time_ms.load();
  const bool has_mark = log.mark_place.load() > 0;
  families.Gauge("log_mark_offset",
                 "Offset that the newest valid mark describes, 0 if there is "
                 "none.",
                 One(log.mark_place.load()));
  families.Gauge(
      "log_mark_age_seconds",
      "Age in seconds of the newest valid mark, 0 if there is none.",
      {{has_mark ? std::max(0.0, static_cast<double>(now_ms - time_ms) / 1000)
                 : 0}});
  families.Gauge(
      "log_mark_overdue_entries",
      "Fingerprint log entries read since a mark became due, 0 if no "
      "mark is due.",
      One(log.mark_overdue_entries.load()));
  families.Counter("log_wrong_marks_total",
                   "Marks that did not fit the state of this worker.",
                   One(log.wrong_marks.load()));
  families.Counter("log_ignored_mark_parts_total",
                   "Parts of marks read that belong to no mark.",
                   One(log.ignored_mark_parts.load()));
  families.Gauge(
      "start_unread_entries",
      "Fingerprint log entries to read before the worker can decide, "
      "0 when it can.",
      One(log.unread_entries.load()));
  const int phase = log.phase.load();
  families.Gauge(
      "start_phase",
      "1 for the phase of the start in which the worker is, else 0.",
      Each(pipeline::kStartPhaseCount, "phase", NameOf<pipeline::StartPhase>,
           [&](size_t i) { return static_cast<int>(i) == phase ? 1 : 0; }));
}

void AddTransactions(Families& families, const Sums& sums,
                     const Publishing& publishing, double last_commit) {
  families.Counter(
      "transactions_total", "Committed transactions that contain items.",
      {{sums.Of([](auto& t) -> auto& { return t.transactions; })}});
  std::vector<Series> failures;
  std::vector<Series> recovery_failures;
  for (size_t i = 0; i < pipeline::kPublishFailureCount; ++i) {
    const Labels cause = {{"cause", NameOf<pipeline::PublishFailure>(i)}};
    failures.push_back(
        {sums.Of([i](auto& t) -> auto& { return t.failures[i]; }), cause});
    recovery_failures.push_back(
        {sums.Of([i](auto& t) -> auto& { return t.recovery_failures[i]; }),
         cause});
  }
  families.Counter("transaction_failures_total",
                   "Failed attempts to commit a transaction, by cause.",
                   failures);
  families.Counter(
      "recovery_failures_total",
      "Failed attempts to fetch the committed offsets of the group, by cause.",
      recovery_failures);
  const auto failing = publishing.failing();
  families.Gauge(
      "publishing_failing_seconds",
      "Time in seconds for which no attempt to fetch the committed offsets or "
      "to commit has succeeded, 0 after a success.",
      {{failing ? Seconds(Publishing::Clock::now() - failing->since) : 0}});
  families.Histogram<kCommitBounds>(
      "transaction_commit_seconds",
      "Time in seconds from the first attempt to commit a transaction to its "
      "commit.",
      {{sums.Of<kCommitBounds>([](auto& t) -> auto& { return t.commit; })}});
  families.Histogram<kEndToEndBounds>(
      "end_to_end_seconds",
      "Time in seconds from the timestamp of an input message to its commit.",
      {{sums.Of<kEndToEndBounds>(
          [](auto& t) -> auto& { return t.end_to_end; })}});
  families.Gauge(
      "last_commit_timestamp_seconds",
      "Unix time in seconds of the last commit with items, 0 before the first "
      "commit.",
      {{last_commit}});
}

void AddProcess(Families& families, const About& about, double start_time,
                bool ready) {
  families.Gauge(
      "build_info",
      "Version, commit and librdkafka version of the worker, always 1.",
      {{1,
        {{"version", about.version},
         {"commit", about.commit},
         {"librdkafka", about.librdkafka}}}});
  families.Gauge("config_info",
                 "Hash of the configuration without secrets, always 1.",
                 {{1, {{"hash", about.config_hash}}}});
  families.Gauge("start_time_seconds",
                 "Unix time in seconds at which the worker started.",
                 {{start_time}});
  families.Gauge("ready",
                 "1 if /readyz answers that the worker is ready, else 0.",
                 One(ready ? 1 : 0));
  const ProcessUse use = MeasureProcess();
  families.Counter("process_cpu_seconds_total",
                   "User and system CPU time of the process in seconds.",
                   {{use.cpu_seconds}});
  families.Gauge("process_resident_bytes",
                 "Resident memory of the process in bytes.",
                 One(use.resident_bytes));
}

}  // namespace

std::string Telemetry::Metrics() const {
  const Sums sums(state_->counters);
  const Snapshot snapshot = state_->SnapshotNow();
  Families families;
  AddItems(families, state_->ledger.Read());
  AddInput(families, sums, state_->partitions, state_->expired_offsets,
           snapshot, State::UnixMilliseconds());
  AddStages(families, sums, snapshot);
  AddLog(families, sums, state_->log);
  AddMarks(families, state_->log, State::UnixMilliseconds());
  AddTransactions(families, sums, state_->publishing,
                  state_->last_commit.load());
  AddProcess(families, state_->about, state_->start_time, Ready().fine);
  return families.Text();
}

}  // namespace newsmill::telemetry
