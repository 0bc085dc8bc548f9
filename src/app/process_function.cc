#include "process_function.h"

#include <utility>

namespace newsmill::app {
namespace {

model::Fingerprint FingerprintOfPlace(const model::RawMessage& message,
                                      std::optional<int32_t> item) {
  const auto partition = static_cast<uint64_t>(message.partition);
  const auto number = static_cast<uint32_t>(item.value_or(-1));
  const model::Hash128 place{.high = partition << 32 | number,
                             .low = static_cast<uint64_t>(message.offset)};
  return {.article = place, .text = place};
}

pipeline::ProcessFunction WithoutDedup(pipeline::ProcessFunction process) {
  return [process = std::move(process)](const model::RawMessage& message) {
    auto outcomes = process(message);
    for (pipeline::Outcome& outcome : outcomes) {
      outcome.fingerprint = FingerprintOfPlace(message, outcome.item);
    }
    return outcomes;
  };
}

}  // namespace

pipeline::ProcessFunction ProcessFunctionOf(const config::Config& config) {
  const pipeline::ProcessorOptions options{
      .input = config.input,
      .extract = config.extract,
      .output = config.output,
      .fingerprints = config.dedup.enabled};
  pipeline::ProcessFunction process =
      [options](const model::RawMessage& message) {
        return pipeline::Process(options, message);
      };
  return config.dedup.enabled ? process : WithoutDedup(std::move(process));
}

}  // namespace newsmill::app
