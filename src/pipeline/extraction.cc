#include "extraction.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "newsmill/base/check.h"
#include "newsmill/model/identity.h"

namespace newsmill::pipeline {
namespace {

std::vector<Outcome> RefuseAsCrashed(const std::string& how) {
  std::vector<Outcome> outcomes(1);
  outcomes[0].content = model::Rejection{
      .reason = model::Reason::kCrashed,
      .detail = "child processes that read only this message died: " + how,
      .input_id = ""};
  return outcomes;
}

model::Hash128 DigestOf(const model::RawMessage& message) {
  model::FieldHash hash;
  hash.Add(int64_t{message.value.has_value()})
      .Add(message.value.value_or(""))
      .Add(message.timestamp_ms);
  return hash.Digest();
}

int64_t BytesOf(const std::vector<Outcome>& outcomes) {
  size_t bytes = 0;
  for (const Outcome& outcome : outcomes) {
    bytes += sizeof(Outcome);
    if (const auto* record =
            std::get_if<output::PreparedRecord>(&outcome.content)) {
      bytes += record->head.size() + record->duplicate_head.size();
    }
  }
  return static_cast<int64_t>(bytes);
}

int64_t RefusedAmong(const std::vector<Outcome>& outcomes) {
  return std::ranges::count_if(outcomes, [](const Outcome& outcome) {
    return std::holds_alternative<model::Rejection>(outcome.content);
  });
}

/// Returns the outcomes of the message. If the assignment was given up while a
/// child process examined the message, returns nothing.
std::optional<std::vector<Outcome>> OutcomesOf(const ExtractionParts& parts,
                                               const InFlight& in_flight) {
  if (in_flight.suspect && parts.examine) {
    const auto goes_on = [&] {
      parts.heartbeat.Beat();
      return parts.channels.IsLive(in_flight.assignment);
    };
    if (const auto died = parts.examine(in_flight.message, goes_on)) {
      return RefuseAsCrashed(*died);
    }
    if (!goes_on()) return std::nullopt;
  }
  return parts.process(in_flight.message);
}

void Extract(const ExtractionParts& parts, InFlight in_flight) {
  Channels& channels = parts.channels;
  Observer& observer = parts.observer;
  const auto begun = parts.heartbeat.Beat();
  if (!channels.IsLive(in_flight.assignment)) return;
  if (in_flight.passed) {
    in_flight.since = begun;
    channels.to_decide.Push(std::move(in_flight));
    return;
  }
  observer.On(StageEntered{Stage::kExtract, begun - in_flight.since});
  auto outcomes = OutcomesOf(parts, in_flight);
  if (!outcomes) return;
  in_flight.outcomes = *std::move(outcomes);
  NEWSMILL_CHECK(!in_flight.outcomes.empty());
  in_flight.digest = DigestOf(in_flight.message);
  in_flight.charge.Resize(in_flight.message.bytes() + kMessageOverheadBytes +
                          BytesOf(in_flight.outcomes));
  in_flight.since = parts.heartbeat.Beat();
  const auto items = static_cast<int64_t>(in_flight.outcomes.size());
  observer.On(ItemsEntered{items});
  const auto ignored =
      std::exchange(in_flight.outcomes.front().ignored, model::IgnoredFields());
  if (!ignored.empty()) observer.On(FieldsIgnored{ignored});
  observer.On(StageLeft{.stage = Stage::kExtract,
                        .stayed = in_flight.since - begun,
                        .items = items,
                        .refused = RefusedAmong(in_flight.outcomes)});
  channels.to_decide.Push(std::move(in_flight));
}

}  // namespace

void RunExtractionLoop(const ExtractionParts& parts) {
  while (auto in_flight = parts.channels.to_extract.Pop()) {
    Extract(parts, *std::move(in_flight));
    parts.heartbeat.Rest();
  }
}

}  // namespace newsmill::pipeline
