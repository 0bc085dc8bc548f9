// Reads the configuration from a YAML file and from environment variables. Each
// module of newsmill has its own Options.
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
  std::string listen = "0.0.0.0:9108";  // host:port; port 0: any free port
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

/// An error in the configuration. `path` is the key ("kafka.group"), or empty
/// if the error concerns the whole file. `line` is absent for an error in the
/// environment.
struct ConfigError {
  std::string path;
  std::string message;
  std::optional<int> line;
};

/// Returns the error in the form "newsmill.yaml:12: kafka.group: must not be
/// empty".
std::string ToString(const ConfigError& error, std::string_view file);

using Environment = std::map<std::string, std::string>;
/// Returns the environment of this process. Call it before threads start.
Environment ProcessEnvironment();

/// Returns the configuration in `file`. Environment variables override keys of
/// the file. If there are errors, returns every error in the file and in the
/// environment.
std::expected<Config, std::vector<ConfigError>> Load(
    const std::string& file, const Environment& environment);

/// Returns the same as Load, but reads `text` instead of a file.
std::expected<Config, std::vector<ConfigError>> Parse(
    std::string_view text, const Environment& environment);

/// Returns the configuration from the environment and the defaults, or every
/// error in the environment.
std::expected<Config, std::vector<ConfigError>> FromEnvironment(
    const Environment& environment);

/// Returns the configuration as YAML that Load can read. The result contains
/// every key with its meaning and its value. Replaces each secret by "***".
std::string ToYaml(const Config& config);

}  // namespace newsmill::config
