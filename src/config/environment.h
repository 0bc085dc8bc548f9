// Reads environment variables such as NEWSMILL_KAFKA__GROUP.
#pragma once

#include <vector>

#include "newsmill/config/config.h"

namespace newsmill::config {

/// Sets each key of `config` for which `environment` has a variable. Adds an
/// error to `errors` for each invalid variable.
void ApplyEnvironment(const Environment& environment, Config& config,
                      std::vector<ConfigError>& errors);

}  // namespace newsmill::config
