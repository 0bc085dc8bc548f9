#include "extraction.h"

#include <utility>

#include "newsmill/base/check.h"
#include "newsmill/model/identity.h"

namespace newsmill::pipeline {
namespace {

std::vector<Outcome> RefuseAsCrashed() {
  std::vector<Outcome> outcomes(1);
  outcomes[0].content = model::Rejection{
      .reason = model::Reason::kCrashed,
      .detail = "workers that began with this message alone died of it",
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

}  // namespace

void RunExtractionLoop(Channels& channels, const ProcessFunction& process,
                       Observer& observer) {
  while (auto in_flight = channels.to_extract.Pop()) {
    if (!channels.IsLive(in_flight->session)) continue;
    if (in_flight->passed) {
      channels.to_decide.Push(*std::move(in_flight));
      continue;
    }
    in_flight->outcomes =
        in_flight->crashed ? RefuseAsCrashed() : process(in_flight->message);
    NEWSMILL_CHECK(!in_flight->outcomes.empty());
    in_flight->digest = DigestOf(in_flight->message);
    observer.ItemsEntered(static_cast<int64_t>(in_flight->outcomes.size()));
    in_flight->charge.Resize(in_flight->message.bytes() +
                             kMessageOverheadBytes +
                             BytesOf(in_flight->outcomes));
    channels.to_decide.Push(*std::move(in_flight));
  }
}

}  // namespace newsmill::pipeline
