// What a person at the command line reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/config/config.h"

namespace newsmill::app {

/// "newsmill: …" on standard error.
void Complain(std::string_view message);

/// Writes to standard output. False, after a complaint, when that failed.
bool Say(std::string_view text);

/// The configuration, or nothing after a complaint for each error in it.
std::optional<config::Config> LoadOrComplain(const std::string& file);

/// The same from the environment and the defaults alone.
std::optional<config::Config> DefaultsOrComplain();

/// True when `kafka.properties` are fine; else complains about each.
bool PropertiesAreFine(const config::Config& config);

}  // namespace newsmill::app
