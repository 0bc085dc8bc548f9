// Output for the user of a command.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"

namespace newsmill::app {

/// Writes "newsmill: MESSAGE" to standard error.
void Complain(std::string_view message);

/// Writes `text` to standard output. Complains and returns false if that fails.
bool Say(std::string_view text);

/// Returns the configuration of `file`; nothing after a complaint about each
/// error in it.
std::optional<config::Config> LoadOrComplain(const std::string& file);

/// As LoadOrComplain, from the environment and the defaults.
std::optional<config::Config> DefaultsOrComplain();

/// Returns true if `kafka.properties` are valid; complains about each error.
bool PropertiesAreFine(const config::Config& config);

}  // namespace newsmill::app
