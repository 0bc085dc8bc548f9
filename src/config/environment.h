// NEWSMILL_KAFKA__GROUP and its like.
#pragma once

#include <vector>

#include "newsmill/config/config.h"

namespace newsmill::config {

/// Sets what the environment says; adds to `errors` what it says wrongly.
void ApplyEnvironment(const Environment& environment, Config& config,
                      std::vector<ConfigError>& errors);

}  // namespace newsmill::config
