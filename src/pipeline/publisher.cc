#include "publisher.h"

#include <algorithm>
#include <utility>

#include "crash_guard.h"
#include "fmt/format.h"
#include "newsmill/base/check.h"
#include "newsmill/output/record.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::milliseconds;

// Aborts of one batch before its messages go one by one.
constexpr int kFailuresBeforeAlone = 3;
constexpr milliseconds kFirstBackoff{50};
constexpr milliseconds kLongestBackoff{5000};

milliseconds Backoff(int failures) {
  const int doublings = std::min(failures - 1, 10);
  return std::min(kLongestBackoff, kFirstBackoff * (1 << doublings));
}

std::vector<int32_t> PartitionsOf(const std::vector<Progress>& progress) {
  std::vector<int32_t> partitions;
  partitions.reserve(progress.size());
  for (const Progress& one : progress) partitions.push_back(one.partition);
  return partitions;
}

}  // namespace

Publisher::Result Publisher::Begin(const Assigned& assigned) {
  committed_.clear();
  membership_ = assigned.membership;
  auto fetched = RecoverAndFetch(assigned.partitions);
  if (!fetched) return fetched.error();
  Advance(*fetched);

  std::vector<Progress> notes = *std::move(fetched);
  for (Progress& progress : notes) {
    CrashNote note = CrashNote::Parse(progress.note);
    // A trial stays what it is: the message is judged by it.
    if (note.trials == 0) ++note.starts;
    progress.note = note.ToString();
  }
  return CommitNotes(std::move(notes));
}

Publisher::Result Publisher::Mark(int32_t partition, int64_t offset,
                                  std::string note) {
  return CommitNotes({{partition, offset, std::move(note)}});
}

Publisher::Result Publisher::Finish() {
  std::vector<Progress> notes;
  for (const auto& [partition, progress] : committed_) {
    if (!progress.note.empty()) {
      notes.push_back({partition, progress.next_offset, ""});
    }
  }
  return CommitNotes(std::move(notes));
}

Publisher::Result Publisher::Publish(std::vector<InFlight>& batch) {
  bool separate = false;
  int failures = 0;
  while (!batch.empty()) {
    const auto start = std::chrono::steady_clock::now();
    Assembly assembly = Assemble(batch);
    assembly.transaction.separate = separate;
    const auto published = parts_.sink.Publish(assembly.transaction);
    bool committed = published.has_value();
    if (!committed && published.error().failure == PublishFailure::kRefused) {
      parts_.observer.TransactionFailed(published.error());
      // A refusal may be for a whole batch of the wire; alone it is for one.
      if (batch.size() > 1) return PublishAlone(batch);
      if (separate && !Condemn(assembly, published.error(), batch.front())) {
        return Stop(fmt::format(
            "the dead-letter topic refuses a dead letter ({}); raise its "
            "max.message.bytes above the largest input",
            published.error().what));
      }
      separate = true;
      continue;
    }
    if (!committed) {
      if (const auto end = Settle(published.error(), ++failures)) return *end;
      const auto fate = FindFate(assembly.transaction);
      if (!fate) return fate.error();
      if (*fate == Fate::kForeign) return Result::kDeposed;
      committed = *fate == Fate::kCommitted;
    }
    if (committed) {
      Advance(assembly.transaction.progress);
      batch.clear();
      parts_.observer.TransactionCommitted(
          assembly.counts, std::chrono::steady_clock::now() - start);
    } else if (failures >= kFailuresBeforeAlone && batch.size() > 1) {
      return PublishAlone(batch);
    }
  }
  return Result::kCommitted;
}

Publisher::Result Publisher::PublishAlone(std::vector<InFlight>& batch) {
  for (auto next = batch.begin(); next != batch.end(); ++next) {
    std::vector<InFlight> one;
    one.push_back(std::move(*next));
    const Result result = Publish(one);
    if (result != Result::kCommitted) {
      *next = std::move(one.front());
      batch.erase(batch.begin(), next);
      return result;
    }
  }
  batch.clear();
  return Result::kCommitted;
}

Publisher::Assembly Publisher::Assemble(
    const std::vector<InFlight>& batch) const {
  Assembly assembly;
  assembly.transaction.membership = membership_;
  std::map<int32_t, int64_t> next_offsets;
  for (size_t m = 0; m < batch.size(); ++m) {
    const InFlight& in_flight = batch[m];
    next_offsets[in_flight.message.partition] = in_flight.message.offset + 1;
    for (size_t o = 0; o < in_flight.outcomes.size(); ++o) {
      AddOutcome(assembly, in_flight, {.message = m, .outcome = o});
    }
  }
  for (const auto& [partition, next_offset] : next_offsets) {
    assembly.transaction.progress.push_back({partition, next_offset, ""});
  }
  return assembly;
}

void Publisher::AddOutcome(Assembly& assembly, const InFlight& in_flight,
                           Origin origin) const {
  const Outcome& outcome = in_flight.outcomes[origin.outcome];
  const auto* rejection = std::get_if<model::Rejection>(&outcome.content);
  if (rejection == nullptr) {
    AddRecord(assembly, in_flight, origin);
    return;
  }
  ++assembly.counts.reason[static_cast<size_t>(rejection->reason)];
  assembly.transaction.messages.push_back(
      {.topic = OutputTopic::kDeadLetters,
       .key = in_flight.message.key,
       .value = in_flight.message.value,
       .headers = output::DeadLetterHeaders(*rejection, outcome.item,
                                            in_flight.message),
       .input_offset = in_flight.message.offset,
       .input_id = rejection->input_id});
  assembly.origins.push_back(origin);
}

void Publisher::AddRecord(Assembly& assembly, const InFlight& in_flight,
                          Origin origin) const {
  const Outcome& outcome = in_flight.outcomes[origin.outcome];
  const auto& record = std::get<output::PreparedRecord>(outcome.content);
  const InFlight::Verdict& verdict = in_flight.verdicts[origin.outcome];
  ++assembly.counts.relation[static_cast<size_t>(verdict.decision.relation)];

  const bool duplicate = model::IsDuplicate(verdict.decision.relation);
  if (duplicate && parts_.duplicates == dedup::Duplicates::kDrop) return;
  const bool routed =
      duplicate && parts_.duplicates == dedup::Duplicates::kRoute;

  std::optional<output::Provenance> provenance;
  if (parts_.provenance) {
    provenance = {.topic = in_flight.message.topic,
                  .partition = in_flight.message.partition,
                  .offset = in_flight.message.offset,
                  .item = outcome.item};
  }
  assembly.values.push_back(
      output::Complete(routed ? record.duplicate_head : record.head,
                       verdict.decision, provenance));
  const std::optional<int64_t> log_offset =
      verdict.log_offset >= 0 ? std::optional(verdict.log_offset)
                              : std::nullopt;
  assembly.transaction.messages.push_back(
      {.topic = routed ? OutputTopic::kDuplicates : OutputTopic::kArticles,
       .key = record.article_id,
       .value = assembly.values.back(),
       .headers = output::RecordHeaders(record, in_flight.message, log_offset),
       .input_offset = in_flight.message.offset,
       .input_id = record.input_id});
  assembly.origins.push_back(origin);
}

bool Publisher::Condemn(const Assembly& assembly, const PublishError& error,
                        InFlight& in_flight) {
  NEWSMILL_CHECK(error.message < assembly.origins.size());
  Outcome& outcome =
      in_flight.outcomes[assembly.origins[error.message].outcome];
  const auto* record = std::get_if<output::PreparedRecord>(&outcome.content);
  if (record == nullptr) return false;
  outcome.content =
      model::Rejection{.reason = model::Reason::kRecordTooLarge,
                       .detail = "the output topic refused it: " + error.what,
                       .input_id = record->input_id};
  return true;
}

Publisher::Result Publisher::CommitNotes(std::vector<Progress> notes) {
  if (notes.empty()) return Result::kCommitted;
  Transaction transaction;
  transaction.progress = std::move(notes);
  transaction.membership = membership_;
  int failures = 0;
  while (true) {
    const auto published = parts_.sink.Publish(transaction);
    bool committed = published.has_value();
    if (!committed) {
      if (const auto end = Settle(published.error(), ++failures)) return *end;
      const auto fate = FindFate(transaction);
      if (!fate) return fate.error();
      if (*fate == Fate::kForeign) return Result::kDeposed;
      committed = *fate == Fate::kCommitted;
    }
    if (committed) {
      Advance(transaction.progress);
      return Result::kCommitted;
    }
  }
}

std::expected<Publisher::Fate, Publisher::Result> Publisher::FindFate(
    const Transaction& transaction) {
  const auto fetched = RecoverAndFetch(PartitionsOf(transaction.progress));
  if (!fetched) return std::unexpected(fetched.error());
  if (*fetched == transaction.progress) return Fate::kCommitted;
  for (const Progress& progress : *fetched) {
    const auto base = committed_.find(progress.partition);
    NEWSMILL_CHECK(base != committed_.end());
    if (progress != base->second) return Fate::kForeign;
  }
  return Fate::kOpen;
}

std::expected<std::vector<Progress>, Publisher::Result>
Publisher::RecoverAndFetch(std::span<const int32_t> partitions) {
  int failures = 0;
  while (true) {
    PublishError error;
    if (const auto recovered = parts_.sink.Recover(); recovered) {
      auto fetched = parts_.sink.FetchProgress(partitions);
      if (fetched) return *std::move(fetched);
      error = std::move(fetched.error());
    } else {
      error = recovered.error();
    }
    if (const auto end = Settle(error, ++failures)) {
      return std::unexpected(*end);
    }
  }
}

std::optional<Publisher::Result> Publisher::Settle(const PublishError& error,
                                                   int failures) {
  parts_.observer.TransactionFailed(error);
  switch (error.failure) {
    case PublishFailure::kStop:
      return Stop(error.what);
    case PublishFailure::kDeposed:
      return Result::kDeposed;
    case PublishFailure::kRefused:
      return Stop("refused although it has no content: " + error.what);
    case PublishFailure::kRetry:
      break;
  }
  if (parts_.wait_or_interrupted(Backoff(failures))) {
    return Result::kInterrupted;
  }
  return std::nullopt;
}

Publisher::Result Publisher::Stop(std::string message) {
  stop_error_.message = std::move(message);
  return Result::kStopped;
}

void Publisher::Advance(const std::vector<Progress>& progress) {
  for (const Progress& one : progress) committed_[one.partition] = one;
}

}  // namespace newsmill::pipeline
