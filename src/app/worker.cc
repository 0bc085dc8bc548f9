#include "newsmill/app/worker.h"

#include <utility>

#include "examiner.h"
#include "log_terms.h"
#include "newsmill/kafka/kafka.h"
#include "process_function.h"

namespace newsmill::app {
namespace {

pipeline::ProcessFunction ProcessAs(const config::Config& config,
                                    const WorkerParts& overrides) {
  pipeline::ProcessFunction process = ProcessFunctionOf(config);
  return overrides.process ? overrides.process(std::move(process)) : process;
}

}  // namespace

std::expected<std::unique_ptr<Worker>, Error> Worker::Make(
    const config::Config& config, pipeline::Observer& observer,
    const WorkerParts& overrides, const WorkerFlags& flags,
    const pipeline::GroupHistory& history) {
  auto source = kafka::MakeSource(config.kafka, observer);
  if (!source) return std::unexpected(source.error());
  auto sink = kafka::MakeSink(config.kafka, observer);
  if (!sink) return std::unexpected(sink.error());
  auto log = kafka::MakeLog(config.kafka, observer);
  if (!log) return std::unexpected(log.error());
  if (overrides.source) *source = overrides.source(std::move(*source));
  if (overrides.sink) *sink = overrides.sink(std::move(*sink));
  if (overrides.log) *log = overrides.log(std::move(*log));
  pipeline::LogTerms terms = config.kafka.log_clock == kafka::LogClock::kInput
                                 ? InputClockTermsOf(config)
                                 : LiveTermsOf(config);
  terms.accept_rewind = flags.accept_rewind;
  terms.change_rules = flags.change_rules;
  terms.accept_new_log = flags.accept_new_log;
  terms.accept_short_log = flags.accept_short_log;
  terms.history = history;
  if (overrides.place_spacing) terms.place_spacing = *overrides.place_spacing;
  return std::unique_ptr<Worker>(new Worker(
      config, {std::move(*source), std::move(*sink), std::move(*log)},
      std::move(terms), observer, overrides));
}

Worker::Worker(const config::Config& config, Ends ends,
               pipeline::LogTerms terms, pipeline::Observer& observer,
               const WorkerParts& overrides)
    : ends_(std::move(ends)),
      pipeline_(config.worker, config.dedup.duplicates,
                {.source = *ends_.source,
                 .sink = *ends_.sink,
                 .log = *ends_.log,
                 .terms = std::move(terms),
                 .observer = observer,
                 .process = ProcessAs(config, overrides),
                 .examine = ExamineInChild(config, observer)}) {}

}  // namespace newsmill::app
