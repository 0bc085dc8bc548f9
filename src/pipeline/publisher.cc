#include "publisher.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "fmt/format.h"
#include "newsmill/base/check.h"
#include "newsmill/output/record.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::milliseconds;

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

/// Returns the error message for a dead letter that the broker rejects. An
/// operator has to change the topic, because the worker publishes the dead
/// letter unchanged.
std::string RefusedDeadLetterMessage(const InFlight& in_flight, size_t outcome,
                                     const std::string& why) {
  const auto& rejection =
      std::get<model::Rejection>(in_flight.outcomes[outcome].content);
  const model::RawMessage& message = in_flight.message;
  return fmt::format(
      "the dead-letter topic refuses the dead letter of {} partition {} offset "
      "{} ({} bytes, "
      "reason {}): {}. The partition is blocked. Raise max.message.bytes of "
      "the dead-letter topic above the size of the largest input (newsmill "
      "topics prints the value), then start the worker again",
      message.topic, message.partition, message.offset, message.bytes(),
      model::Name(rejection.reason), why);
}

}  // namespace

Publisher::Result Publisher::Begin(const Assigned& assigned) {
  positions_.clear();
  starts_before_.clear();
  group_metadata_ = assigned.group_metadata;
  const auto fetched = RecoverAndFetch(assigned.partitions);
  if (!fetched) return fetched.error();
  ResolveUndecided();
  for (size_t i = 0; i < assigned.partitions.size(); ++i) {
    positions_[assigned.partitions[i]] = (*fetched)[i];
    starts_before_[assigned.partitions[i]] =
        (*fetched)[i].progress.metadata.starts;
  }
  return Result::kCommitted;
}

Publisher::Result Publisher::Confirm(const std::vector<Progress>& starts,
                                     const LogPlace& log) {
  log_ = log;
  if (starts.empty()) {
    ReportSuccess();  // without partitions, nothing has to be committed
    return Result::kCommitted;
  }
  Transaction transaction;
  transaction.group_metadata = group_metadata_;
  for (const Progress& start : starts) {
    CommittedPosition& position = positions_.at(start.partition);
    position.progress.next_offset = start.next_offset;
    Progress progress = position.progress;
    const auto own = own_starts_.find(progress.partition);
    const bool is_own = own != own_starts_.end() && own->second == progress;
    if (position.has_messages && !is_own) ++progress.metadata.starts;
    progress.metadata.log_id = log_.id;
    progress.metadata.log_read = log_.next_offset;
    own_starts_[progress.partition] = progress;
    transaction.progress.push_back(progress);
  }
  // This commit may set the same offsets that the group has already. Then the
  // committed offsets cannot show whether the commit has succeeded. So the
  // commit is repeated until an attempt succeeds. A second commit does no harm.
  for (int failures = 1;; ++failures) {
    const auto published = parts_.sink.Publish(transaction);
    if (published) {
      ReportSuccess();
      Advance(transaction.progress);
      return Result::kCommitted;
    }
    parts_.observer.On(TransactionFailed{published.error()});
    ReportFailure(published.error());
    if (const auto end = ActOn(published.error(), failures)) return *end;
    const auto fetched = RecoverAndFetch(PartitionsOf(transaction.progress));
    if (!fetched) return fetched.error();
  }
}

std::vector<CommittedPosition> Publisher::positions() const {
  std::vector<CommittedPosition> positions;
  positions.reserve(positions_.size());
  for (const auto& [partition, position] : positions_) {
    positions.push_back(position);
  }
  return positions;
}

std::vector<Progress> Publisher::starts() const {
  std::vector<Progress> starts;
  starts.reserve(positions_.size());
  for (const auto& [partition, position] : positions_) {
    starts.push_back(position.progress);
  }
  return starts;
}

Transaction Publisher::OrderlyEnd(bool ran) const {
  Transaction transaction;
  transaction.group_metadata = group_metadata_;
  for (const auto& [partition, position] : positions_) {
    const int32_t starts = ran ? 0 : starts_before_.at(partition);
    if (position.progress.metadata.starts == starts) continue;
    transaction.progress.push_back(position.progress);
    transaction.progress.back().metadata.starts = starts;
  }
  return transaction;
}

Publisher::Result Publisher::Finish() {
  const Transaction transaction = OrderlyEnd(/*ran=*/true);
  if (transaction.progress.empty()) return Result::kCommitted;
  const auto committed = PublishUntilKnown(transaction);
  if (committed) {
    Advance(transaction.progress);
    return Result::kCommitted;
  }
  if (const auto* given_up = std::get_if<GivenUp>(&committed.error())) {
    return given_up->result;
  }
  return Stop("a transaction without records was refused: " +
              std::get<PublishError>(committed.error()).what);
}

void Publisher::TryFinish(bool ran) {
  // An earlier commit without an answer may have advanced the offsets. Then
  // this commit would set the offsets back.
  if (undecided_) return;
  const Transaction transaction = OrderlyEnd(ran);
  if (transaction.progress.empty()) return;
  if (const auto published = parts_.sink.Publish(transaction); !published) {
    parts_.observer.On(TransactionFailed{published.error()});
  }
}

Publisher::Result Publisher::Publish(std::vector<InFlight>& batch) {
  bool separate = false;
  while (!batch.empty()) {
    PublishError refusal;
    Origin refused{};
    {
      // This block ends before parts of a rejected batch are published below.
      // So the memory of the transaction is free by then.
      const auto start = std::chrono::steady_clock::now();
      Assembly assembly = Assemble(batch);
      assembly.transaction.separate = separate;
      const auto committed = PublishUntilKnown(assembly.transaction);
      assembly.commit.duration = std::chrono::steady_clock::now() - start;
      if (committed) {
        Advance(assembly.transaction.progress);
        batch.clear();
        parts_.observer.On(TransactionCommitted{assembly.commit});
        continue;
      }
      if (const auto* given_up = std::get_if<GivenUp>(&committed.error())) {
        if (given_up->undecided) {
          batch.clear();
          undecided_ = {std::move(assembly.commit), positions_};
        }
        return given_up->result;
      }
      refusal = std::get<PublishError>(committed.error());
      NEWSMILL_CHECK(refusal.message < assembly.origins.size());
      refused = assembly.origins[refusal.message];
    }
    if (batch.size() > 1) {
      const Result result = PublishUpTo(batch, refused.message);
      if (result != Result::kCommitted) return result;
      continue;
    }
    if (!separate) {
      separate = true;
      continue;
    }
    if (!MakeDeadLetter(refusal, batch[0].outcomes[refused.outcome])) {
      return Stop(
          RefusedDeadLetterMessage(batch[0], refused.outcome, refusal.what));
    }
    batch[0].refused_outcome = refused.outcome;
    return Result::kRetract;
  }
  return Result::kCommitted;
}

Publisher::Result Publisher::PublishUpTo(std::vector<InFlight>& batch,
                                         size_t refused) {
  const auto at = batch.begin() + static_cast<std::ptrdiff_t>(refused);
  std::vector<InFlight> parts[2];
  std::move(batch.begin(), at, std::back_inserter(parts[0]));
  parts[1].push_back(std::move(*at));
  batch.erase(batch.begin(), at + 1);
  Result result = Publish(parts[0]);
  if (result == Result::kCommitted) result = Publish(parts[1]);
  // Messages that were not published return to the start of the batch.
  std::vector<InFlight> rest = std::exchange(batch, {});
  for (std::vector<InFlight>* part : {&parts[0], &parts[1], &rest}) {
    std::move(part->begin(), part->end(), std::back_inserter(batch));
  }
  return result;
}

Publisher::Assembly Publisher::Assemble(const std::vector<InFlight>& batch) {
  Assembly assembly;
  assembly.transaction.group_metadata = group_metadata_;
  std::map<int32_t, Advanced> advances;
  for (size_t m = 0; m < batch.size(); ++m) {
    const InFlight& in_flight = batch[m];
    Advanced& advance = advances[in_flight.message.partition];
    advance.next_offset = in_flight.message.offset + 1;
    if (!in_flight.passed) {
      ++advance.messages;
      assembly.commit.items += static_cast<int64_t>(in_flight.outcomes.size());
      assembly.commit.messages.push_back(
          {.partition = in_flight.message.partition,
           .timestamp_ms = in_flight.message.timestamp_ms,
           .entered_stage = in_flight.since});
    }
    for (const InFlight::Verdict& verdict : in_flight.verdicts) {
      log_.next_offset = std::max(log_.next_offset, verdict.log_offset + 1);
    }
    for (size_t o = 0; o < in_flight.outcomes.size(); ++o) {
      AddOutcome(assembly, in_flight, {.message = m, .outcome = o});
    }
  }
  for (auto& [partition, advance] : advances) {
    const Progress& before = positions_.at(partition).progress;
    Progress after{partition, advance.next_offset, before.metadata};
    after.metadata.starts = 0;
    after.metadata.log_read = log_.next_offset;
    assembly.transaction.progress.push_back(after);
    advance.partition = partition;
    advance.first_offset = before.next_offset;
    assembly.commit.advances.push_back(advance);
  }
  assembly.commit.progress = assembly.transaction.progress;
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
  ++assembly.commit.counts.reason[static_cast<size_t>(rejection->reason)];
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
  ++assembly.commit.counts
        .relation[static_cast<size_t>(verdict.decision.relation)];

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

bool Publisher::MakeDeadLetter(const PublishError& refusal, Outcome& outcome) {
  const auto* record = std::get_if<output::PreparedRecord>(&outcome.content);
  if (record == nullptr) return false;
  outcome.content = model::Rejection{
      .reason = model::Reason::kRecordTooLarge,
      .detail = "the output topic refused the record: " + refusal.what,
      .input_id = record->input_id};
  return true;
}

std::expected<void, std::variant<Publisher::GivenUp, PublishError>>
Publisher::PublishUntilKnown(const Transaction& transaction) {
  for (int failures = 1;; ++failures) {
    const auto published = parts_.sink.Publish(transaction);
    if (published) {
      ReportSuccess();
      return {};
    }
    const PublishError& error = published.error();
    parts_.observer.On(TransactionFailed{error});
    if (error.failure == PublishFailure::kRefused) {
      return std::unexpected(error);
    }
    ReportFailure(error);
    if (const auto end = ActOn(error, failures)) {
      return std::unexpected(
          GivenUp{.result = *end,
                  .undecided = error.failure == PublishFailure::kRetry});
    }
    const auto state = FetchState(transaction);
    if (!state) {
      return std::unexpected(
          GivenUp{.result = state.error(), .undecided = true});
    }
    if (*state == State::kCommitted) {
      ReportSuccess();
      return {};
    }
    if (*state == State::kNotCommitted) continue;
    return std::unexpected(GivenUp{.result = Result::kFenced,
                                   .undecided = *state == State::kUnknown});
  }
}

std::expected<Publisher::State, Publisher::Result> Publisher::FetchState(
    const Transaction& transaction) {
  const auto fetched = RecoverAndFetch(PartitionsOf(transaction.progress));
  if (!fetched) return std::unexpected(fetched.error());
  return StateOf(transaction.progress, positions_, *fetched);
}

Publisher::State Publisher::StateOf(
    const std::vector<Progress>& progress,
    const std::map<int32_t, CommittedPosition>& before,
    std::span<const CommittedPosition> fetched) {
  bool all_committed = true;
  bool all_unchanged = true;
  bool all_reached = true;
  for (const Progress& wanted : progress) {
    const auto found = std::ranges::find(
        fetched, wanted.partition,
        [](const CommittedPosition& one) { return one.progress.partition; });
    NEWSMILL_CHECK(found != fetched.end());
    const CommittedPosition& now = *found;
    if (now.committed && now.progress == wanted) continue;
    all_committed = false;
    const CommittedPosition& was = before.at(wanted.partition);
    all_unchanged &= now.committed == was.committed &&
                     (!now.committed || now.progress == was.progress);
    all_reached &=
        now.committed && now.progress.next_offset >= wanted.next_offset;
  }
  if (all_committed) return State::kCommitted;
  if (all_unchanged) return State::kNotCommitted;
  return all_reached ? State::kUnknown : State::kFenced;
}

void Publisher::ResolveUndecided() {
  if (!undecided_) return;
  const Undecided undecided = *std::exchange(undecided_, std::nullopt);
  const Commit& commit = undecided.commit;
  // There is only one attempt, because failed requests must not delay the next
  // assignment. This worker may not own the partitions any more, but it may
  // fetch their offsets.
  const auto fetched = parts_.sink.FetchProgress(PartitionsOf(commit.progress));
  const State state = fetched
                          ? StateOf(commit.progress, undecided.before, *fetched)
                          : State::kUnknown;
  switch (state) {
    case State::kCommitted:
      parts_.observer.On(TransactionCommitted{commit});
      return;
    case State::kNotCommitted:
    case State::kFenced:
      parts_.observer.On(ItemsAbandoned{commit.items, AbandonCause::kAbort});
      return;
    case State::kUnknown:
      parts_.observer.On(ItemsAbandoned{commit.items, AbandonCause::kUnknown});
      return;
  }
}

std::expected<std::vector<CommittedPosition>, Publisher::Result>
Publisher::RecoverAndFetch(std::span<const int32_t> partitions) {
  for (int failures = 1;; ++failures) {
    PublishError error;
    if (const auto recovered = parts_.sink.Recover(); recovered) {
      auto fetched = parts_.sink.FetchProgress(partitions);
      if (fetched) return *std::move(fetched);
      error = std::move(fetched.error());
    } else {
      error = recovered.error();
    }
    parts_.observer.On(RecoveryFailed{error});
    ReportFailure(error);
    if (const auto end = ActOn(error, failures)) {
      return std::unexpected(*end);
    }
  }
}

std::optional<Publisher::Result> Publisher::ActOn(const PublishError& error,
                                                  int failures) {
  switch (error.failure) {
    case PublishFailure::kStop:
      return Stop(error.what);
    case PublishFailure::kFenced:
      return Result::kFenced;
    case PublishFailure::kRefused:
    case PublishFailure::kRetry:
      break;
  }
  if (parts_.wait_or_interrupted(Backoff(failures))) {
    return Result::kInterrupted;
  }
  return std::nullopt;
}

void Publisher::ReportFailure(const PublishError& error) {
  const auto now = std::chrono::steady_clock::now();
  if (!failing_since_) failing_since_ = now;
  parts_.observer.On(PublishingFails{error, now - *failing_since_});
}

void Publisher::ReportSuccess() {
  if (!failing_since_) return;
  parts_.observer.On(
      PublishingRecovered{std::chrono::steady_clock::now() - *failing_since_});
  failing_since_.reset();
}

Publisher::Result Publisher::Stop(std::string message) {
  stop_error_.message = std::move(message);
  return Result::kStopped;
}

void Publisher::Advance(const std::vector<Progress>& progress) {
  for (const Progress& one : progress) {
    positions_[one.partition] = {.progress = one};
  }
}

}  // namespace newsmill::pipeline
