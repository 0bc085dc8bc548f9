#include "console.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"

namespace newsmill::app {
namespace {

using Loaded = std::expected<config::Config, std::vector<config::ConfigError>>;

std::optional<config::Config> OrComplain(Loaded loaded, std::string_view file) {
  if (loaded) return std::move(*loaded);
  for (const config::ConfigError& error : loaded.error()) {
    Complain(config::ToString(error, file));
  }
  return std::nullopt;
}

}  // namespace

void Complain(std::string_view message) {
  const std::string line = fmt::format("newsmill: {}\n", message);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

bool Say(std::string_view text) {
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
      std::fflush(stdout) == 0;
  if (!written) {
    Complain(fmt::format("cannot write standard output: {}",
                         std::generic_category().message(errno)));
  }
  return written;
}

std::optional<config::Config> LoadOrComplain(const std::string& file) {
  return OrComplain(config::Load(file, config::ProcessEnvironment()), file);
}

std::optional<config::Config> DefaultsOrComplain() {
  return OrComplain(config::FromEnvironment(config::ProcessEnvironment()),
                    "environment");
}

bool ArePropertiesValid(const config::Config& config) {
  const auto errors = kafka::CheckProperties(config.kafka);
  for (const kafka::PropertyError& error : errors) {
    Complain(fmt::format("kafka.properties{}{}: {}",
                         error.property.empty() ? "" : ".", error.property,
                         error.message));
  }
  return errors.empty();
}

}  // namespace newsmill::app
