#include "process_function.h"

namespace newsmill::app {

pipeline::ProcessFunction ProcessFunctionOf(const config::Config& config) {
  const pipeline::ProcessorOptions options{.input = config.input,
                                           .extract = config.extract,
                                           .output = config.output,
                                           .deduplicate = config.dedup.enabled};
  return [options](const model::RawMessage& message) {
    return pipeline::Process(options, message);
  };
}

}  // namespace newsmill::app
