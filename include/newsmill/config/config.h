// The configuration: YAML and environment to the modules' own Options structs.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/dedup/options.h"
#include "newsmill/extract/options.h"
#include "newsmill/input/options.h"
#include "newsmill/kafka/options.h"
#include "newsmill/logging/options.h"
#include "newsmill/output/options.h"
#include "newsmill/pipeline/options.h"

namespace newsmill::config {

struct Http {
  std::string listen = "0.0.0.0:9108";  // host:port; port 0 takes a free one
};

struct Config {
  kafka::Options kafka;
  pipeline::Options worker;
  input::Options input;
  extract::Options extract;
  dedup::Options dedup;
  output::Options output;
  Http http;
  logging::Options log;
};

/// What is wrong, and where. `path` is the key ("kafka.group"), empty when the
/// whole file is meant; `line` is absent for what the environment says.
struct ConfigError {
  std::string path;
  std::string message;
  std::optional<int> line;
};

/// "newsmill.yaml:12: kafka.group: must not be empty".
std::string ToString(const ConfigError& error, std::string_view file);

using Environment = std::map<std::string, std::string>;
/// This process's environment; call it before threads start.
Environment ProcessEnvironment();

/// Reads `file`, then lets the environment override it. Gives every error, not
/// only the first.
std::expected<Config, std::vector<ConfigError>> Load(
    const std::string& file, const Environment& environment);

/// As above, from `text` in place of a file.
std::expected<Config, std::vector<ConfigError>> Parse(
    std::string_view text, const Environment& environment);

/// As above, from the environment and the defaults alone.
std::expected<Config, std::vector<ConfigError>> FromEnvironment(
    const Environment& environment);

/// Every key with its meaning and value, as YAML that Load reads. Secrets are
/// masked.
std::string ToYaml(const Config& config);

}  // namespace newsmill::config
