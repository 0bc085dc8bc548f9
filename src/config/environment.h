// Reads environment variables such as NEWSMILL_KAFKA__GROUP.
#pragma once

#include <vector>

#include "newsmill/config/config.h"

namespace newsmill::config {

/// Sets in `config` the keys that the environment contains. Adds the errors in
/// the environment to `errors`.
void ApplyEnvironment(const Environment& environment, Config& config,
                      std::vector<ConfigError>& errors);

}  // namespace newsmill::config
