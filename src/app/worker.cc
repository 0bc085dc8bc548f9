#include "newsmill/app/worker.h"

#include <utility>

#include "newsmill/kafka/kafka.h"
#include "newsmill/pipeline/local_log.h"
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
    const WorkerParts& overrides) {
  auto source = kafka::MakeSource(config.kafka, observer);
  if (!source) return std::unexpected(source.error());
  auto sink = kafka::MakeSink(config.kafka, observer);
  if (!sink) return std::unexpected(sink.error());
  if (overrides.source) *source = overrides.source(std::move(*source));
  if (overrides.sink) *sink = overrides.sink(std::move(*sink));
  return std::unique_ptr<Worker>(
      new Worker(config,
                 {std::move(*source), std::move(*sink),
                  std::make_unique<pipeline::LocalLog>()},
                 observer, overrides));
}

Worker::Worker(const config::Config& config, Ends ends,
               pipeline::Observer& observer, const WorkerParts& overrides)
    : ends_(std::move(ends)),
      pipeline_(config.worker, config.dedup.duplicates,
                {.source = *ends_.source,
                 .sink = *ends_.sink,
                 .log = *ends_.log,
                 .observer = observer,
                 .process = ProcessAs(config, overrides)}) {}

}  // namespace newsmill::app
