#include "replay/arguments.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "fmt/format.h"
#include "newsmill/base/ascii.h"
#include "newsmill/config/units.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::app {
namespace {

constexpr std::string_view kOffset = "offset:";
constexpr size_t kLongestTopic = 249;  // Kafka's limit for topic names
// The limit for --from and --to, because the fingerprint log contains both
// texts.
constexpr size_t kLongestPlace = UINT16_MAX;

std::optional<int64_t> ParseNumber(std::string_view text) {
  const auto number = config::ParseInteger(text);
  if (!number || *number < 0) return std::nullopt;
  return *number;
}

/// Parses pairs of a partition and an offset, such as "0:1000,3:1200".
std::optional<kafka::AtOffsets> ParseOffsets(std::string_view text) {
  kafka::AtOffsets position;
  if (text.ends_with(',')) return std::nullopt;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    const size_t colon = one.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto partition = ParseNumber(one.substr(0, colon));
    const auto offset = ParseNumber(one.substr(colon + 1));
    if (!partition || *partition > INT32_MAX || !offset) return std::nullopt;
    const bool is_new =
        position.offsets.emplace(static_cast<int32_t>(*partition), *offset)
            .second;
    if (!is_new) return std::nullopt;
  }
  if (position.offsets.empty()) return std::nullopt;
  return position;
}

std::optional<kafka::Position> ParsePosition(std::string_view text,
                                             int64_t now_ms) {
  if (text == "earliest") return kafka::Earliest{};
  if (text == "latest" || text == "now") return kafka::Latest{};
  if (text.starts_with(kOffset)) {
    const auto offset = ParseNumber(text.substr(kOffset.size()));
    if (!offset) return std::nullopt;
    return kafka::AtOffset{*offset};
  }
  if (const auto ago = config::ParseDuration(text)) {
    return kafka::AtTime{std::max<int64_t>(now_ms - ago->count(), 0)};
  }
  if (const auto time = model::ParseTimestamp(text)) {
    // A time before 1970 would be negative, and Kafka gives negative times a
    // special meaning. So such a time is replaced by 0.
    return kafka::AtTime{std::max<int64_t>(*time, 0)};
  }
  if (auto offsets = ParseOffsets(text)) return *std::move(offsets);
  return std::nullopt;
}

std::unexpected<Error> NoPosition(std::string_view option,
                                  std::string_view text) {
  return Misconfigured(fmt::format(
      "{}: '{}' is not a position; give a time (2026-11-24T06:00:00Z), a "
      "duration before now (24h, 7d), an offset for every partition "
      "(offset:1000) or for some (0:1000,1:1200), earliest or latest",
      option, text));
}

bool IsName(std::string_view name) {
  constexpr std::string_view kOther = "._-";
  return !name.empty() && std::ranges::all_of(name, [&](char c) {
    return IsAsciiLetterOrDigit(c) || kOther.find(c) != std::string_view::npos;
  });
}

/// Returns `given`. If `given` is empty, derives a name from `live` and `name`,
/// such as "news.articles.replay.may".
std::string NameOf(const std::string& given, const std::string& live,
                   const std::string& name) {
  return given.empty() ? fmt::format("{}.replay.{}", live, name) : given;
}

std::vector<std::string> Written(const kafka::Topics& topics) {
  return {topics.articles, topics.duplicates, topics.dead_letters,
          topics.fingerprints};
}

std::expected<void, Error> CheckApart(const kafka::Options& live,
                                      const kafka::Options& replay) {
  if (replay.group == live.group) {
    return Misconfigured(fmt::format(
        "--group: {} is the live group; a replay needs its own", replay.group));
  }
  const auto used = Written(live.topics);
  std::set<std::string> taken(used.begin(), used.end());
  taken.insert(live.topics.raw);
  for (const std::string& topic : Written(replay.topics)) {
    if (topic.size() > kLongestTopic) {
      return Misconfigured(fmt::format(
          "{}: a topic name has at most {} characters", topic, kLongestTopic));
    }
    if (taken.insert(topic).second) continue;
    return Misconfigured(fmt::format(
        "{} is a topic of the live fleet, or is given twice: a replay needs "
        "its own topics, and each topic must be different",
        topic));
  }
  return {};
}

std::string AnyPortOf(const std::string& listen) {
  return listen.substr(0, listen.rfind(':')) + ":0";
}

}  // namespace

std::expected<ReplayBounds, Error> BoundsOf(const ReplayArguments& arguments,
                                            int64_t now_ms) {
  if (std::max(arguments.from.size(), arguments.to.size()) > kLongestPlace) {
    return Misconfigured(fmt::format(
        "--from and --to have at most {} characters", kLongestPlace));
  }
  auto from = ParsePosition(arguments.from, now_ms);
  if (!from) return NoPosition("--from", arguments.from);
  auto to = ParsePosition(arguments.to, now_ms);
  if (!to) return NoPosition("--to", arguments.to);
  const auto* first = std::get_if<kafka::AtTime>(&*from);
  const auto* end = std::get_if<kafka::AtTime>(&*to);
  if (first != nullptr && first->milliseconds > now_ms) {
    return Misconfigured(fmt::format(
        "--from {} is in the future: there is nothing to replay yet",
        arguments.from));
  }
  if (first != nullptr && end != nullptr &&
      first->milliseconds >= end->milliseconds) {
    return Misconfigured(fmt::format("--from {} must be before --to {}",
                                     arguments.from, arguments.to));
  }
  return ReplayBounds{*std::move(from), *std::move(to)};
}

std::expected<kafka::Rate, Error> ParseRate(std::string_view text) {
  kafka::Rate rate;
  if (text.empty()) return rate;
  const auto messages = ParseNumber(text);
  const auto bytes = config::ParseSize(text);
  if (!bytes || *bytes == 0) {
    return Misconfigured(
        fmt::format("--rate: '{}' must be messages per second, such as 500, or "
                    "bytes per second, such as 2MiB",
                    text));
  }
  if (messages) {
    rate.messages_per_second = *messages;
  } else {
    rate.bytes_per_second = *bytes;
  }
  return rate;
}

std::expected<config::Config, Error> ReplayConfigOf(
    const config::Config& live, const ReplayArguments& arguments) {
  const std::string& name = arguments.name;
  if (!IsName(name)) {
    return Misconfigured(
        fmt::format("--name: '{}' must be letters, digits, '.', '_' "
                    "and '-': it becomes a part of topic names",
                    name));
  }
  const auto rate = ParseRate(arguments.rate);
  if (!rate) return std::unexpected(rate.error());
  config::Config config = live;
  config.kafka.group = NameOf(arguments.group, live.kafka.group, name);
  kafka::Topics& topics = config.kafka.topics;
  for (const auto topic :
       {&kafka::Topics::articles, &kafka::Topics::duplicates,
        &kafka::Topics::dead_letters, &kafka::Topics::fingerprints}) {
    topics.*topic = NameOf(arguments.topics.*topic, topics.*topic, name);
  }
  if (auto apart = CheckApart(live.kafka, config.kafka); !apart) {
    return std::unexpected(apart.error());
  }
  config.kafka.log_clock = kafka::LogClock::kInput;
  config.kafka.rate = *rate;
  config.worker.one_order = true;
  config.http.listen =
      arguments.listen.empty() ? AnyPortOf(live.http.listen) : arguments.listen;
  return config;
}

}  // namespace newsmill::app
