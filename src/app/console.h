// Prints output for the user of a command, and loads the configuration.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"

namespace newsmill::app {

/// Writes "newsmill: MESSAGE" to standard error.
void Complain(std::string_view message);

/// Writes `text` to standard output. If that fails, prints an error to standard
/// error and returns false.
bool Say(std::string_view text);

/// Returns the configuration in `file`. If the configuration has errors, prints
/// each error and returns nothing.
std::optional<config::Config> LoadOrComplain(const std::string& file);

/// Returns the configuration that the environment variables and the defaults
/// define. If the environment variables have errors, prints each error and
/// returns nothing.
std::optional<config::Config> DefaultsOrComplain();

/// Returns true if the librdkafka properties in `kafka.properties` are valid.
/// Otherwise prints each error and returns false.
bool ArePropertiesValid(const config::Config& config);

}  // namespace newsmill::app
