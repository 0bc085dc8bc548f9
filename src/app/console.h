// Output for the user of a command.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"

namespace newsmill::app {

/// Writes "newsmill: MESSAGE" to standard error.
void Complain(std::string_view message);

/// Writes `text` to standard output. If that fails, prints an error and returns
/// false.
bool Say(std::string_view text);

/// Returns the configuration of `file`. If it has errors, prints each one and
/// returns nothing.
std::optional<config::Config> LoadOrComplain(const std::string& file);

/// Returns the configuration from the environment and the defaults. If it has
/// errors, prints each one and returns nothing.
std::optional<config::Config> DefaultsOrComplain();

/// Returns true if `kafka.properties` are valid. Prints each error otherwise.
bool ArePropertiesValid(const config::Config& config);

}  // namespace newsmill::app
