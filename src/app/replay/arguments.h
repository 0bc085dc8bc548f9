// What the command line of `newsmill replay` says.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/kafka/range.h"

namespace newsmill::app {

/// As they were typed; empty: not given.
struct ReplayArguments {
  std::string config;
  std::string from;
  std::string to = "now";
  std::string name = "default";
  std::string rate;
  std::string report;
  std::string listen;
  bool dry_run = false;
  // In place of what follows from the name.
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

/// `now_ms`: what durations count back from. An error names the argument and
/// says what could stand there.
std::expected<ReplayBounds, Error> BoundsOf(const ReplayArguments& arguments,
                                            int64_t now_ms);

/// "500": messages, "2MiB": bytes, a second.
std::expected<kafka::Rate, Error> ParseRate(std::string_view text);

/// The configuration of the replay's workers, which share nothing with the
/// live fleet but the input and the brokers: an error where they would.
std::expected<config::Config, Error> ReplayConfigOf(
    const config::Config& live, const ReplayArguments& arguments);

}  // namespace newsmill::app
