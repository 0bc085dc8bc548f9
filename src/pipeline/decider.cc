#include "decider.h"

#include <utility>
#include <variant>

namespace newsmill::pipeline {
namespace {

const output::PreparedRecord* RecordOf(const Outcome& outcome) {
  return std::get_if<output::PreparedRecord>(&outcome.content);
}

model::Delivery DeliveryOf(const InFlight& in_flight, const Outcome& outcome) {
  return {.partition = in_flight.message.partition,
          .offset = in_flight.message.offset,
          .item = outcome.item.value_or(-1),
          .digest = {}};
}

/// The first outcome whose entry has not been read back; the number of
/// outcomes when there is none.
size_t NextUndecided(const InFlight& in_flight) {
  size_t next = in_flight.verdicts.size();
  while (next < in_flight.outcomes.size() &&
         RecordOf(in_flight.outcomes[next]) == nullptr) {
    ++next;
  }
  return next;
}

}  // namespace

void Decider::RunDecideLoop() {
  while (auto command = channels_.to_decide.Pop()) {
    std::visit([this](auto& which) { On(std::move(which)); }, *command);
  }
  On(SessionOver{AbandonCause::kDrain});
}

void Decider::On(InFlight in_flight) {
  if (!channels_.IsLive(in_flight.session)) {
    Abandon(in_flight, AbandonCause::kRevoke);
    return;
  }
  InOrder<InFlight>& window = windows_[in_flight.message.partition];
  const uint64_t sequence = in_flight.sequence;
  window.Finish(sequence, std::move(in_flight));
  while (auto next = window.TakeNext()) {
    if (const auto appended = AppendAll(*next); !appended) {
      channels_.to_intake.Push(Stopped{appended.error()});
      Abandon(*next, AbandonCause::kAbort);
      return;
    }
    awaiting_.push_back(*std::move(next));
  }
  ReadLog();
}

void Decider::On(SessionOver over) {
  const auto abandon = [this, over](const InFlight& in_flight) {
    Abandon(in_flight, over.cause);
  };
  for (auto& [partition, window] : windows_) window.Clear(abandon);
  windows_.clear();
  for (const InFlight& in_flight : awaiting_) abandon(in_flight);
  awaiting_.clear();
}

std::expected<void, Error> Decider::AppendAll(const InFlight& in_flight) {
  for (const Outcome& outcome : in_flight.outcomes) {
    const output::PreparedRecord* record = RecordOf(outcome);
    if (record == nullptr) continue;
    const auto appended =
        log_.Append({.delivery = DeliveryOf(in_flight, outcome),
                     .record_id = record->id,
                     .fingerprint = outcome.fingerprint});
    if (!appended) return appended;
  }
  return {};
}

void Decider::ReadLog() {
  ForwardDecided();
  while (const auto record = log_.Poll(std::chrono::milliseconds(0))) {
    Decide(*record);
    ForwardDecided();
  }
}

void Decider::Decide(const LogRecord& record) {
  const model::Decision decision =
      index_.Apply(record.entry, record.offset, record.time_ms);
  if (awaiting_.empty()) return;
  InFlight& first = awaiting_.front();
  const size_t next = NextUndecided(first);
  if (record.entry.delivery != DeliveryOf(first, first.outcomes[next])) return;
  first.verdicts.resize(next);
  first.verdicts.push_back({decision, record.offset});
}

void Decider::ForwardDecided() {
  while (!awaiting_.empty()) {
    InFlight& first = awaiting_.front();
    if (NextUndecided(first) < first.outcomes.size()) return;
    first.verdicts.resize(first.outcomes.size());
    channels_.to_publish.Push(std::move(first));
    awaiting_.pop_front();
  }
}

void Decider::Abandon(const InFlight& in_flight, AbandonCause cause) {
  observer_.ItemsAbandoned(static_cast<int64_t>(in_flight.outcomes.size()),
                           cause);
}

}  // namespace newsmill::pipeline
