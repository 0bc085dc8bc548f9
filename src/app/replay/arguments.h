// Interprets the command line of `newsmill replay`.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/kafka/range.h"

namespace newsmill::app {

/// The arguments as the user has written them. A missing argument has the
/// default below.
struct ReplayArguments {
  std::string config;
  std::string from;
  std::string to = "now";
  std::string name = "default";
  std::string rate;
  std::string report;
  std::string listen;
  bool dry_run = false;
  // If one of the following names is empty, newsmill derives a default from
  // `name`.
  std::string group;
  kafka::Topics topics{.raw = "",
                       .articles = "",
                       .duplicates = "",
                       .dead_letters = "",
                       .fingerprints = ""};
};

struct ReplayBounds {
  kafka::Position from;
  kafka::Position to;
};

/// Returns the bounds of the range that --from and --to describe. A duration
/// such as "24h" is a time before `now_ms`. An error names the argument and its
/// valid forms.
std::expected<ReplayBounds, Error> BoundsOf(const ReplayArguments& arguments,
                                            int64_t now_ms);

/// Parses a rate such as "500" (messages a second) or "2MiB" (bytes a second).
std::expected<kafka::Rate, Error> ParseRate(std::string_view text);

/// Returns the configuration of the replay's workers. Returns an error if these
/// workers would use the group or an output topic of the live fleet.
std::expected<config::Config, Error> ReplayConfigOf(
    const config::Config& live, const ReplayArguments& arguments);

}  // namespace newsmill::app
