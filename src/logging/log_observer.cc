#include "newsmill/logging/log_observer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "newsmill/base/overloaded.h"

namespace newsmill::logging {
namespace {

using pipeline::Severity;

int64_t Seconds(pipeline::Duration duration) {
  return std::chrono::duration_cast<std::chrono::seconds>(duration).count();
}

}  // namespace

void LogObserver::On(const pipeline::Event& event) {
  std::visit(Overloaded{
                 [&](const pipeline::TransactionCommitted& e) { Write(e); },
                 [&](const pipeline::IndexCaughtUp& e) { Write(e); },
                 [&](const pipeline::LogRead& e) { Write(e); },
                 [&](const pipeline::AssignmentStarted& e) { Write(e); },
                 [&](const pipeline::AssignmentEnded& e) { Write(e); },
                 [&](const pipeline::PublishingFails& e) { Write(e); },
                 [&](const pipeline::PublishingRecovered& e) { Write(e); },
                 [&](const pipeline::OffsetsExpired& e) { Write(e); },
                 [&](const pipeline::ItemsAbandoned& e) {
                   // There may be one such event for each message. So the event
                   // is only counted here, and WriteAbandoned logs the counts
                   // later.
                   const MutexLock lock(mutex_);
                   abandoned_[static_cast<size_t>(e.cause)] += e.items;
                 },
                 [&](const pipeline::TransactionFailed& e) {
                   WriteFailure("transaction_failed", e.error);
                 },
                 [&](const pipeline::RecoveryFailed& e) {
                   WriteFailure("recovery_failed", e.error);
                 },
                 [&](const pipeline::InputMissing& e) {
                   log_.Write(Severity::kError, "input_missing", e.what);
                 },
                 [&](const pipeline::InputFound&) {
                   log_.Write(Severity::kInfo, "input_found",
                              "the input topic exists again");
                 },
                 [&](const pipeline::DrainStarted&) {
                   log_.Write(Severity::kInfo, "draining",
                              "the worker takes no more messages, and commits "
                              "the messages in flight");
                 },
                 [&](const pipeline::Notice& e) {
                   log_.Write(e.severity, "note", e.text);
                 },
                 // Only the metrics use these events.
                 [](const pipeline::ItemsEntered&) {},
                 [](const pipeline::EntryApplied&) {},
                 [](const pipeline::FieldsIgnored&) {},
                 [](const pipeline::MessageAdmitted&) {},
                 [](const pipeline::StageEntered&) {},
                 [](const pipeline::StageLeft&) {},
                 [](const pipeline::LogStartSeen&) {},
                 [](const pipeline::LogEndSeen&) {},
                 [](const pipeline::AssignmentRefuted&) {},
                 [](const pipeline::PartitionEndsSeen&) {},
             },
             event);
}

void LogObserver::Write(const pipeline::IndexCaughtUp& caught_up) {
  {
    const MutexLock lock(mutex_);
    index_ready_ = true;
  }
  log_.Write(Severity::kInfo, "caught_up",
             "the worker has read the fingerprint log",
             {{"log_end", caught_up.log_end}, {"texts", caught_up.texts}});
}

void LogObserver::Write(const pipeline::LogRead& read) {
  const auto& rules = read.rules;
  std::optional<model::RulesEntry> old;
  {
    const MutexLock lock(mutex_);
    if (!index_ready_ || !rules || rules_ == rules) return;
    old = std::exchange(rules_, rules);
    if (!old) return;
  }
  log_.Write(Severity::kInfo, "rules",
             "the rules of the fingerprint log have changed for the fleet",
             {{"old_window_seconds", old->window_ms / 1000},
              {"window_seconds", rules->window_ms / 1000},
              {"old_max_entries", old->max_entries},
              {"max_entries", rules->max_entries},
              {"old_version", old->version},
              {"version", rules->version}});
}

void LogObserver::WriteAbandoned() {
  decltype(abandoned_) abandoned{};
  {
    const MutexLock lock(mutex_);
    abandoned.swap(abandoned_);
  }
  for (size_t i = 0; i < abandoned.size(); ++i) {
    if (abandoned[i] == 0) continue;
    const auto cause = static_cast<pipeline::AbandonCause>(i);
    log_.Write(Severity::kInfo, "abandoned",
               "items were not committed; they will be delivered again",
               {{"items", abandoned[i]}, {"cause", pipeline::Name(cause)}});
  }
}

void LogObserver::Write(const pipeline::TransactionCommitted& committed) {
  const pipeline::Commit& commit = committed.commit;
  const pipeline::ItemCounts& counts = commit.counts;
  const int64_t records = std::accumulate(
      std::begin(counts.relation), std::end(counts.relation), int64_t{0});
  const int64_t dead_letters = std::accumulate(
      std::begin(counts.reason), std::end(counts.reason), int64_t{0});
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(commit.duration);
  log_.Write(Severity::kDebug, "committed", "a transaction was committed",
             {{"records", records},
              {"dead_letters", dead_letters},
              {"milliseconds", int64_t{took.count()}}});
}

void LogObserver::WriteFailure(std::string_view event,
                               const pipeline::PublishError& error) {
  // Only a failure that stops the worker is an error, because then an operator
  // has to act. After any other failure, the messages are delivered again.
  const bool stops = error.failure == pipeline::PublishFailure::kStop;
  log_.Write(stops ? Severity::kError : Severity::kWarning, event, error.what,
             {{"failure", Name(error.failure)}});
}

void LogObserver::Write(const pipeline::AssignmentStarted& started) {
  const std::span<const pipeline::Progress> starts = started.starts;
  WriteAbandoned();  // the items abandoned since the last assignment
  std::string partitions;
  for (const pipeline::Progress& start : starts) {
    partitions += fmt::format("{}{}@{}", partitions.empty() ? "" : " ",
                              start.partition, start.next_offset);
  }
  log_.Write(Severity::kInfo, "assigned",
             starts.empty() ? "the worker has no partitions: there are more "
                              "workers than partitions"
                            : "the worker has these partitions; the number "
                              "after @ is the next offset",
             {{"count", static_cast<int64_t>(starts.size())},
              {"partitions", partitions}});
}

void LogObserver::Write(const pipeline::AssignmentEnded& ended) {
  WriteAbandoned();
  if (ended.lost) {
    log_.Write(
        Severity::kWarning, "lost",
        "this worker is no longer a member of the group, so other workers may "
        "have its partitions; messages in flight will be delivered again");
  } else {
    log_.Write(Severity::kInfo, "revoked", "the partitions were revoked");
  }
}

void LogObserver::Write(const pipeline::PublishingFails& fails) {
  {
    const MutexLock lock(mutex_);
    if (fails.duration < next_failing_report_) return;
    next_failing_report_ = fails.duration + kFailingReportInterval;
  }
  log_.Write(Severity::kError, "not_publishing",
             fmt::format("no attempt to fetch the committed offsets or to "
                         "commit succeeds; check the brokers; the last error: "
                         "{}",
                         fails.last.what),
             {{"seconds", Seconds(fails.duration)},
              {"failure", Name(fails.last.failure)}});
}

void LogObserver::Write(const pipeline::PublishingRecovered& recovered) {
  {
    const MutexLock lock(mutex_);
    const bool reported = next_failing_report_ > kFailingReportInterval;
    next_failing_report_ = kFailingReportInterval;
    if (!reported) return;
  }
  log_.Write(Severity::kInfo, "publishing_again",
             "an attempt to fetch the committed offsets or to commit has "
             "succeeded, or the assignment has ended",
             {{"seconds", Seconds(recovered.duration)}});
}

void LogObserver::Write(const pipeline::OffsetsExpired& expired) {
  const model::PartitionRange& lost = expired.range;
  log_.Write(Severity::kError, "expired",
             "messages were deleted before they were processed; raise the "
             "retention of the input topic",
             {{"partition", int64_t{lost.partition}},
              {"first_offset", lost.first_offset},
              {"last_offset", lost.end_offset - 1}});
}

}  // namespace newsmill::logging
