#include "newsmill/pipeline/processor.h"

#include <utility>

#include "newsmill/dedup/fingerprint.h"
#include "newsmill/extract/extract.h"
#include "newsmill/input/decode.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::pipeline {
namespace {

Outcome Refused(model::Rejection rejection, std::string input_id,
                std::optional<int32_t> item) {
  if (rejection.input_id.empty()) rejection.input_id = std::move(input_id);
  return {.item = item, .content = std::move(rejection)};
}

Outcome OutcomeOf(const ProcessorOptions& options,
                  const model::Document& document,
                  const model::RawMessage& message) {
  auto article = extract::Extract(document, options.extract);
  if (!article) {
    return Refused(std::move(article.error()), document.input_id,
                   document.item);
  }
  auto record = output::Prepare(*article, options.output);
  if (!record) {
    return Refused(std::move(record.error()), document.input_id, document.item);
  }
  return {.item = document.item,
          .content = *std::move(record),
          .fingerprints = options.deduplicate ? dedup::FingerprintsOf(*article)
                                              : dedup::UniqueFingerprints(
                                                    message, document.item),
          .input_time_ms = model::ParseTimestamp(document.fetched_at)
                               .value_or(message.timestamp_ms)};
}

}  // namespace

std::vector<Outcome> Process(const ProcessorOptions& options,
                             const model::RawMessage& message) {
  model::IgnoredFields ignored;
  const auto items = input::Decode(message, options.input, &ignored);
  std::vector<Outcome> outcomes;
  outcomes.reserve(items.size());
  std::optional<int32_t> number;
  if (items.size() > 1) number = 0;
  for (const input::Item& item : items) {
    outcomes.push_back(item ? OutcomeOf(options, *item, message)
                            : Refused(item.error(), "", number));
    if (number) ++*number;
  }
  outcomes.front().ignored = std::move(ignored);
  return outcomes;
}

}  // namespace newsmill::pipeline
