// One function for each table of docs/metrics.md; a test compares the two.

#include <algorithm>
#include <array>

#include "families.h"
#include "process.h"
#include "state.h"

namespace newsmill::telemetry {
namespace {

using pipeline::Look;
using pipeline::Stage;

// In the order of LogEntry's variant.
constexpr std::array<std::string_view, kEntryKinds> kEntryNames = {
    "unknown",     "genesis", "rules",  "claim",
    "fingerprint", "retract", "commit", "range"};
static_assert(!kEntryNames.back().empty());
constexpr std::array<std::string_view, kRebalances> kRebalanceNames = {
    "assigned", "revoked", "lost"};
// What an entry did that changed nothing.
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

/// A series for each of a closed set of label values.
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

/// The sum over all threads, of each of some tallies.
class Sums {
 public:
  explicit Sums(const PerThread<Tallies>& tallies) : tallies_(tallies) {}

  /// `select` gives a Tally.
  template <typename Select>
  double Of(Select select) const {
    int64_t sum = 0;
    tallies_.ForEach([&](const Tallies& one) { sum += select(one).value(); });
    return static_cast<double>(sum);
  }
  /// `select` gives a HistogramTally.
  template <const auto& kBounds, typename Select>
  HistogramSum<kBounds> Of(Select select) const {
    HistogramSum<kBounds> sum;
    tallies_.ForEach([&](const Tallies& one) { select(one).AddTo(sum); });
    return sum;
  }

 private:
  const PerThread<Tallies>& tallies_;
};

void AddBooks(Families& families, const Books& books) {
  families.Counter("input_items_total", "Items that entered the pipeline",
                   One(books.input));
  std::vector<Series> articles;
  std::vector<Series> duplicates;
  for (size_t i = 0; i < model::kRelationCount; ++i) {
    const auto relation = static_cast<model::Relation>(i);
    (model::IsDuplicate(relation) ? duplicates : articles)
        .push_back({static_cast<double>(books.committed.relation[i]),
                    {{"relation", NameOf<model::Relation>(i)}}});
  }
  families.Counter("articles_total", "Articles committed", articles);
  families.Counter("duplicates_total", "Duplicates committed", duplicates);
  families.Counter("dead_letters_total", "Dead letters committed",
                   Each(model::kReasonCount, "reason", NameOf<model::Reason>,
                        [&](size_t i) { return books.committed.reason[i]; }));
  families.Counter("abandoned_items_total",
                   "Items dropped, to be delivered again",
                   Each(pipeline::kAbandonCauseCount, "cause",
                        NameOf<pipeline::AbandonCause>,
                        [&](size_t i) { return books.abandoned[i]; }));
  families.Gauge("in_flight_items",
                 "Items neither committed nor abandoned, counted by themselves",
                 One(books.in_flight));
  families.Gauge("conservation_error_items",
                 "Input less committed, abandoned and in flight: always 0",
                 One(books.conservation_error()));
}

void AddInput(Families& families, const Sums& sums,
              const Partitions& partitions, const ExpiredOffsets& expired,
              const Look& look, int64_t now_ms) {
  families.Counter("input_messages_total", "Messages admitted",
                   {{sums.Of([](auto& t) -> auto& { return t.messages; })}});
  families.Counter("input_bytes_total", "Key, value and headers of these",
                   {{sums.Of([](auto& t) -> auto& { return t.bytes; })}});
  families.Counter("input_ignored_fields_total",
                   "Optional input fields that were not used.",
                   Each(model::kIgnoredCauseCount, "cause",
                        NameOf<model::IgnoredCause>, [&](size_t i) {
                          return sums.Of([i](auto& t) -> auto& {
                            return t.ignored_fields[i];
                          });
                        }));
  families.Counter("input_expired_offsets_total",
                   "Input offsets that the broker deleted before they were "
                   "processed",
                   One(expired.total()));
  std::vector<Series> lag;
  std::vector<Series> event_time_lag;
  for (const Partitions::Lag& one : partitions.Lags(now_ms)) {
    const Labels labels = {{"partition", std::to_string(one.partition)}};
    lag.push_back({static_cast<double>(one.messages), labels});
    if (!one.event_time_seconds) continue;
    event_time_lag.push_back({*one.event_time_seconds, labels});
  }
  families.Gauge("input_lag_messages",
                 "From the committed offset to the end of the partition", lag);
  families.Gauge("input_event_time_lag_seconds",
                 "Age of the newest message committed while others wait",
                 event_time_lag);
  const int64_t assigned = partitions.assigned();
  families.Gauge("assigned_partitions", "Partitions in this session",
                 One(assigned));
  families.Gauge("paused_partitions",
                 "Partitions not read because the byte budget is full",
                 One(look.input_held ? assigned : 0));
  families.Counter(
      "rebalances_total", "Sessions begun, ended, lost",
      Each(
          kRebalances, "event", [](size_t i) { return kRebalanceNames[i]; },
          [&](size_t i) {
            return sums.Of([i](auto& t) -> auto& { return t.rebalances[i]; });
          }));
}

void AddStages(Families& families, const Sums& sums, const Look& look) {
  std::vector<Series> items, errors, busy, threads, waiting;
  std::vector<HistogramSeries<kStageBounds>> stayed, waited;
  for (size_t i = 0; i < pipeline::kStageCount; ++i) {
    const Labels stage = {{"stage", NameOf<Stage>(i)}};
    const Labels queue = {{"queue", NameOf<Stage>(i)}};
    const Look::StageLook& now = look.stages[i];
    const auto of = [i](const Tallies& t) -> auto& { return t.stages[i]; };
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
  families.Counter("stage_items_total", "Items that left the stage", items);
  families.Counter("stage_errors_total", "Errors of the stage", errors);
  families.Histogram("stage_duration_seconds", "A message's time in the stage",
                     stayed);
  families.Counter("stage_busy_seconds_total",
                   "Time in which threads did not wait for work", busy);
  families.Gauge("stage_threads", "Threads of the stage", threads);
  families.Gauge("queue_messages", "What waits before the stage", waiting);
  families.Histogram("queue_wait_seconds", "A message's time in the queue",
                     waited);
  families.Gauge("in_flight_bytes", "Charged to the byte budget",
                 One(look.in_flight_bytes));
  families.Gauge("in_flight_limit_bytes", "worker.max_in_flight_bytes",
                 One(look.in_flight_limit_bytes));
}

void AddLog(Families& families, const Sums& sums, const LogGauges& log) {
  const int64_t next = log.next_offset.load();
  families.Gauge("log_next_offset", "The next log entry to be read", One(next));
  families.Gauge("log_lag_entries", "From there to the end of the log",
                 One(std::max<int64_t>(0, log.end_offset.load() - next)));
  families.Counter(
      "log_entries_total", "Log entries read",
      Each(
          kEntryKinds, "kind", [](size_t i) { return kEntryNames[i]; },
          [&](size_t i) {
            return sums.Of([i](auto& t) -> auto& { return t.entries[i]; });
          }));
  families.Counter(
      "log_ignored_entries_total", "Log entries read that changed nothing",
      Each(
          kIgnored.size(), "cause", [](size_t i) { return kIgnored[i].second; },
          [&](size_t i) {
            const auto effect = static_cast<size_t>(kIgnored[i].first);
            return sums.Of([=](auto& t) -> auto& { return t.effects[effect]; });
          }));
  families.Gauge("index_entries", "Texts in the index", One(log.texts.load()));
  families.Gauge(
      "index_limit_entries",
      "Texts that the index may hold by the rules in force, 0 before "
      "they are read",
      One(log.rules_max_entries.load()));
  families.Gauge("index_bytes", "Memory of the index", One(log.bytes.load()));
  families.Gauge("index_window_seconds", "Log time since the oldest text",
                 {{static_cast<double>(log.window_ms.load()) / 1000}});
  families.Gauge("index_window_limit_seconds",
                 "Window of the rules in force in seconds, 0 before they are "
                 "read",
                 {{static_cast<double>(log.rules_window_ms.load()) / 1000}});
  families.Gauge("pending_deliveries", "Decided and not known to be committed",
                 One(log.pending_deliveries.load()));
}

void AddTransactions(Families& families, const Sums& sums,
                     const Publishing& publishing, double last_commit) {
  families.Counter(
      "transactions_total", "Transactions with items committed",
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
  families.Counter("transaction_failures_total", "Attempts that failed",
                   failures);
  families.Counter("recovery_failures_total",
                   "Failed attempts to learn what the group has committed",
                   recovery_failures);
  const auto failing = publishing.failing();
  families.Gauge(
      "publishing_failing_seconds",
      "Seconds for which no attempt to fetch the committed offsets "
      "or to commit has succeeded, 0 after one that has",
      {{failing ? Seconds(Publishing::Clock::now() - failing->since) : 0}});
  families.Histogram<kCommitBounds>(
      "transaction_commit_seconds", "From the first attempt to the commit",
      {{sums.Of<kCommitBounds>([](auto& t) -> auto& { return t.commit; })}});
  families.Histogram<kEndToEndBounds>(
      "end_to_end_seconds", "From a record's timestamp to its commit",
      {{sums.Of<kEndToEndBounds>(
          [](auto& t) -> auto& { return t.end_to_end; })}});
  families.Gauge("last_commit_timestamp_seconds", "0 before the first",
                 {{last_commit}});
}

void AddProcess(Families& families, const About& about, double start_time,
                bool ready) {
  families.Gauge("build_info", "What runs",
                 {{1,
                   {{"version", about.version},
                    {"commit", about.commit},
                    {"librdkafka", about.librdkafka}}}});
  families.Gauge("config_info", "Hash of the configuration without secrets",
                 {{1, {{"hash", about.config_hash}}}});
  families.Gauge("start_time_seconds", "When the worker started",
                 {{start_time}});
  families.Gauge("ready", "1 when /readyz says so", One(ready ? 1 : 0));
  const ProcessUse use = MeasureProcess();
  families.Counter("process_cpu_seconds_total", "User and system time",
                   {{use.cpu_seconds}});
  families.Gauge("process_resident_bytes", "Resident memory",
                 One(use.resident_bytes));
}

}  // namespace

std::string Telemetry::Metrics() const {
  const Sums sums(state_->tallies);
  const Look look = state_->LookNow();
  Families families;
  AddBooks(families, state_->ledger.Read());
  AddInput(families, sums, state_->partitions, state_->expired_offsets, look,
           State::UnixMilliseconds());
  AddStages(families, sums, look);
  AddLog(families, sums, state_->log);
  AddTransactions(families, sums, state_->publishing,
                  state_->last_commit.load());
  AddProcess(families, state_->about, state_->start_time, Ready().fine);
  return families.Text();
}

}  // namespace newsmill::telemetry
