#include "checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "fmt/format.h"
#include "keys.h"
#include "newsmill/base/ascii.h"

namespace newsmill::config {
namespace {

// Kafka's limit, from the class org.apache.kafka.common.internals.Topic.
constexpr size_t kMaxNameLength = 249;

bool IsLegalNameCharacter(char c) {
  return IsAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
}

Parsed<void> CheckName(std::string_view text) {
  if (text.empty()) return std::unexpected("must not be empty");
  if (text.size() > kMaxNameLength) {
    return std::unexpected(
        fmt::format("must have at most {} characters", kMaxNameLength));
  }
  if (!std::ranges::all_of(text, IsLegalNameCharacter)) {
    return std::unexpected("may hold ASCII letters, digits, '.', '_' and '-'");
  }
  if (text == "." || text == "..") {
    return std::unexpected("must not be '.' or '..'");
  }
  return {};
}

bool IsPort(std::string_view text, int64_t least) {
  const auto port = ParseInteger(text);
  return port && *port >= least && *port <= 65535;
}

// Returns whether the text is "host", "host:port" or "[::1]:port". A protocol
// may come first, as in "SSL://host:9093".
bool IsBroker(std::string_view text) {
  if (const size_t scheme = text.find("://"); scheme != text.npos) {
    text.remove_prefix(scheme + 3);
  }
  if (text.empty() || std::ranges::any_of(text, IsBlank)) return false;
  const size_t colon = text.rfind(':');
  const bool has_port = colon != text.npos && !text.ends_with(']');
  if (!has_port) return true;
  return colon > 0 && IsPort(text.substr(colon + 1), 1);
}

std::vector<ConfigError> CheckTopicsDiffer(const kafka::Topics& topics) {
  const std::array<std::pair<std::string_view, const std::string*>, 5> all = {{
      {"topics.raw", &topics.raw},
      {"topics.articles", &topics.articles},
      {"topics.duplicates", &topics.duplicates},
      {"topics.dead_letters", &topics.dead_letters},
      {"topics.fingerprints", &topics.fingerprints},
  }};
  std::vector<ConfigError> errors;
  std::map<std::string_view, std::string_view> first_key;
  for (const auto& [key, name] : all) {
    const auto [seen, is_new] = first_key.emplace(*name, key);
    if (is_new) continue;
    errors.push_back({.path = std::string(key),
                      .message = fmt::format("is the same topic as {}: '{}'",
                                             seen->second, *name),
                      .line = std::nullopt});
  }
  return errors;
}

}  // namespace

Parsed<void> CheckBrokers(std::string_view text) {
  size_t begin = 0;
  while (begin <= text.size()) {
    const size_t end = std::min(text.find(',', begin), text.size());
    if (!IsBroker(TrimBlanks(text.substr(begin, end - begin)))) {
      return std::unexpected("must be host:port, comma-separated or as a list");
    }
    begin = end + 1;
  }
  return {};
}

Parsed<void> CheckGroup(std::string_view text) {
  if (text.empty()) return std::unexpected("must not be empty");
  if (text.size() > kMaxNameLength) {
    return std::unexpected(
        fmt::format("must have at most {} characters", kMaxNameLength));
  }
  return {};
}

Parsed<void> CheckInstanceId(std::string_view text) {
  if (text.empty()) return {};
  return CheckName(text);
}

Parsed<void> CheckTopicName(std::string_view text) { return CheckName(text); }

Parsed<void> CheckFormat(std::string_view text) {
  const std::string only = output::Options().format;
  if (text == only) return {};
  return std::unexpected(fmt::format("must be {}", only));
}

Parsed<void> CheckListen(std::string_view text) {
  const size_t colon = text.rfind(':');
  const bool fine = colon != text.npos && colon > 0 &&
                    std::ranges::none_of(text, IsBlank) &&
                    IsPort(text.substr(colon + 1), 0);
  if (fine) return {};
  return std::unexpected("must be host:port, such as 0.0.0.0:9108");
}

std::vector<ConfigError> CheckTogether(const Config& config) {
  auto errors = CheckTopicsDiffer(config.kafka.topics);
  if (config.worker.max_in_flight_bytes < config.input.max_message_bytes) {
    errors.push_back(
        {.path = "worker.max_in_flight_bytes",
         .message = "must be at least input.max_message_bytes, or the largest "
                    "message would never fit",
         .line = std::nullopt});
  }
  return errors;
}

}  // namespace newsmill::config
