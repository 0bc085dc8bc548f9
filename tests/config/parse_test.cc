#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/config/config.h"

namespace newsmill::config {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;
using ::testing::SizeIs;

std::vector<ConfigError> ErrorsOf(std::string_view yaml) {
  auto parsed = Parse(yaml, {});
  return parsed ? std::vector<ConfigError>() : std::move(parsed.error());
}

ConfigError OnlyErrorOf(std::string_view yaml) {
  auto errors = ErrorsOf(yaml);
  EXPECT_THAT(errors, SizeIs(1)) << yaml;
  return errors.empty() ? ConfigError() : errors.front();
}

TEST(ParseTest, ReadsEverySection) {
  const auto config = Parse(
      "kafka:\n"
      "  brokers: [a:1, b:2]\n"
      "  start: latest\n"
      "  properties: {sasl.password: hush, linger.ms: 5}\n"
      "topics: {raw: in}\n"
      "worker: {commit_interval: 2s, max_in_flight_bytes: 64MiB}\n"
      "dedup: {window: 3d, duplicates: annotate, enabled: false, trim: false}\n"
      "log: {level: warn, format: text}\n",
      {});

  ASSERT_TRUE(config);
  EXPECT_EQ(config->kafka.brokers, "a:1,b:2");
  EXPECT_EQ(config->kafka.start, kafka::Start::kLatest);
  EXPECT_EQ(config->kafka.properties.at("sasl.password"), "hush");
  EXPECT_EQ(config->kafka.properties.at("linger.ms"), "5");
  EXPECT_EQ(config->kafka.topics.raw, "in");
  EXPECT_EQ(config->worker.commit_interval, std::chrono::seconds(2));
  EXPECT_EQ(config->worker.max_in_flight_bytes, 64 << 20);
  EXPECT_EQ(config->dedup.window, std::chrono::hours(72));
  EXPECT_EQ(config->dedup.duplicates, dedup::Duplicates::kAnnotate);
  EXPECT_FALSE(config->dedup.enabled);
  EXPECT_FALSE(config->dedup.trim);
  EXPECT_EQ(config->log.level, logging::Level::kWarn);
  EXPECT_EQ(config->log.format, logging::Format::kText);
}

TEST(ParseTest, GathersEveryErrorWithPathAndLine) {
  const auto errors = ErrorsOf(
      "kafka:\n"
      "  group: ''\n"
      "  start: middle\n"
      "worker:\n"
      "  threads: many\n");

  ASSERT_THAT(errors, SizeIs(3));
  EXPECT_EQ(ToString(errors[0], "f.yaml"),
            "f.yaml:2: kafka.group: must not be empty");
  EXPECT_EQ(ToString(errors[1], "f.yaml"),
            "f.yaml:3: kafka.start: must be one of: earliest, latest");
  EXPECT_EQ(ToString(errors[2], "f.yaml"),
            "f.yaml:5: worker.threads: must be a whole number");
}

TEST(ParseTest, SuggestsTheNearestKey) {
  EXPECT_EQ(OnlyErrorOf("kafka: {gruop: x}").message,
            "unknown key (did you mean 'group'?)");
  EXPECT_EQ(OnlyErrorOf("kafak: {group: x}").message,
            "unknown key (did you mean 'kafka'?)");
  EXPECT_EQ(OnlyErrorOf("kafka: {zebra_crossing: x}").message, "unknown key");
}

TEST(ParseTest, RefusesValuesOutOfTheirKind) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"worker: {threads: -1}", "must be from 0 to 1024"},
      {"worker: {threads: 1.5}", "must be a whole number"},
      {"worker: {threads: 99999999999999999999}", "must be a whole number"},
      {"worker: {commit_interval: 500}", "must be a number with a unit"},
      {"worker: {commit_interval: 2h}", "must be from 1ms to 1m"},
      {"worker: {drain_timeout: 9223372036854775807d}", "must be a number"},
      {"dedup: {window: 1500ms}", "must be in whole seconds"},
      {"input: {max_message_bytes: 5XB}", "must be a size"},
      {"input: {max_message_bytes: 1}", "must be from 1KiB to 900MiB"},
      {"dedup: {enabled: maybe}", "must be true or false"},
      {"output: {format: xml}", "must be newsmill.article/1"},
      {"http: {listen: nowhere}", "must be host:port"},
      {"http: {listen: 'a:70000'}", "must be host:port"},
      {"topics: {raw: 'a b'}", "may hold ASCII letters"},
      {"kafka: {brokers: ''}", "must be host:port"},
      {"kafka: {brokers: [a:1, {b: 2}]}", "must be host:port"},
      {"kafka: {brokers: 'a:x'}", "must be host:port"},
      {"kafka: {group: {a: b}}", "must be a single value"},
      {"kafka: {group: }", "has no value"},
      {"kafka: {properties: [a]}", "must be a map of properties"},
      {"kafka: {properties: {a: [b]}}", "must be a single value"},
      {"kafka: x", "must be a map of keys"},
  };
  for (const auto& [yaml, message] : cases) {
    EXPECT_THAT(OnlyErrorOf(yaml).message, HasSubstr(message)) << yaml;
  }
}

TEST(ParseTest, RefusesWhatIsNoDocumentOfOurs) {
  EXPECT_THAT(OnlyErrorOf("").message, HasSubstr("is empty"));
  EXPECT_THAT(OnlyErrorOf("# nothing\n").message, HasSubstr("is empty"));
  EXPECT_THAT(OnlyErrorOf("- a\n").message, HasSubstr("must be a map"));
  EXPECT_THAT(OnlyErrorOf("log: {}\n---\nlog: {}\n").message,
              HasSubstr("more than one"));
  const ConfigError broken = OnlyErrorOf("kafka:\n  group: [a\n");
  EXPECT_THAT(broken.message, HasSubstr("is not YAML"));
  EXPECT_TRUE(broken.line);
}

TEST(ParseTest, RefusesKeysThatStandTwice) {
  const ConfigError error = OnlyErrorOf("kafka:\n  group: a\n  group: b\n");

  EXPECT_EQ(error.path, "kafka.group");
  EXPECT_EQ(error.message, "is given twice");
  EXPECT_THAT(error.line, Optional(3));
}

TEST(ParseTest, RefusesTopicsThatAreTheSame) {
  const ConfigError error = OnlyErrorOf("topics: {raw: x, articles: x}");

  EXPECT_EQ(error.path, "topics.articles");
  EXPECT_EQ(error.message, "is the same topic as topics.raw: 'x'");
}

TEST(ParseTest, RefusesAMemoryBoundBelowTheLargestMessage) {
  const ConfigError error = OnlyErrorOf(
      "worker: {max_in_flight_bytes: 1MiB}\ninput: {max_message_bytes: 2MiB}");

  EXPECT_EQ(error.path, "worker.max_in_flight_bytes");
}

TEST(LoadTest, NamesAFileThatCannotBeRead) {
  const auto missing = Load("/nowhere/newsmill.yaml", {});
  const auto folder = Load("/", {});

  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().front().message,
              HasSubstr("cannot read /nowhere/newsmill.yaml: No such file"));
  ASSERT_FALSE(folder);
  EXPECT_THAT(folder.error().front().message, HasSubstr("Is a directory"));
}

}  // namespace
}  // namespace newsmill::config
