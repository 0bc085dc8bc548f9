#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/config/config.h"

namespace newsmill::config {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string FileWith(const std::string& name, const std::string& text) {
  const std::string path = ::testing::TempDir() + "newsmill_" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

ConfigError OnlyErrorOf(const Environment& environment) {
  auto parsed = FromEnvironment(environment);
  if (parsed) {
    ADD_FAILURE() << "accepted";
    return {};
  }
  EXPECT_THAT(parsed.error(), SizeIs(1));
  return parsed.error().front();
}

TEST(EnvironmentTest, WinsOverTheFile) {
  const auto config = Parse("kafka: {group: from_file}",
                            {{"NEWSMILL_KAFKA__GROUP", "from_environment"},
                             {"NEWSMILL_WORKER__COMMIT_INTERVAL", "50ms"},
                             {"NEWSMILL_TOPICS__DEAD_LETTERS", "dead"}});

  ASSERT_TRUE(config);
  EXPECT_EQ(config->kafka.group, "from_environment");
  EXPECT_EQ(config->worker.commit_interval, std::chrono::milliseconds(50));
  EXPECT_EQ(config->kafka.topics.dead_letters, "dead");
}

TEST(EnvironmentTest, SetsPropertiesWithDots) {
  const auto config =
      FromEnvironment({{"NEWSMILL_KAFKA__PROPERTIES__SASL_PASSWORD", "hush"}});

  ASSERT_TRUE(config);
  EXPECT_EQ(config->kafka.properties.at("sasl.password"), "hush");
}

TEST(EnvironmentTest, ReadsAValueFromAFileAndCutsItsNewline) {
  const std::string file = FileWith("secret", "hush\n");

  const auto config = FromEnvironment(
      {{"NEWSMILL_KAFKA__PROPERTIES__SASL_PASSWORD_FILE", file}});

  ASSERT_TRUE(config);
  EXPECT_EQ(config->kafka.properties.at("sasl.password"), "hush");
}

TEST(EnvironmentTest, RefusesAMissingFile) {
  const ConfigError error =
      OnlyErrorOf({{"NEWSMILL_KAFKA__GROUP_FILE", "/nowhere/group"}});

  EXPECT_EQ(error.path, "kafka.group");
  EXPECT_THAT(error.message, HasSubstr("cannot read /nowhere/group"));
  EXPECT_THAT(error.message, HasSubstr("(from NEWSMILL_KAFKA__GROUP_FILE)"));
}

TEST(EnvironmentTest, RefusesAValueSetTwice) {
  const ConfigError error =
      OnlyErrorOf({{"NEWSMILL_KAFKA__GROUP", "a"},
                   {"NEWSMILL_KAFKA__GROUP_FILE", FileWith("twice", "b")}});

  EXPECT_THAT(error.message, HasSubstr("is set by NEWSMILL_KAFKA__GROUP too"));
}

TEST(EnvironmentTest, RefusesUnknownKeysWithASuggestion) {
  const ConfigError key = OnlyErrorOf({{"NEWSMILL_KAFKA__GRUOP", "x"}});
  const ConfigError section = OnlyErrorOf({{"NEWSMILL_KAFAK__GROUP", "x"}});

  EXPECT_EQ(key.path, "kafka.gruop");
  EXPECT_THAT(key.message, HasSubstr("did you mean 'group'?"));
  EXPECT_THAT(section.message, HasSubstr("did you mean 'kafka'?"));
}

TEST(EnvironmentTest, RefusesAWholeMap) {
  EXPECT_THAT(OnlyErrorOf({{"NEWSMILL_KAFKA__PROPERTIES", "x"}}).message,
              HasSubstr("has no property name"));
}

TEST(EnvironmentTest, NamesTheVariableOfABadValue) {
  const ConfigError error = OnlyErrorOf({{"NEWSMILL_LOG__LEVEL", "loud"}});

  EXPECT_EQ(ToString(error, "f.yaml"),
            "log.level: must be one of: debug, info, warn, error "
            "(from NEWSMILL_LOG__LEVEL)");
}

TEST(EnvironmentTest, LeavesOtherVariablesAlone) {
  EXPECT_TRUE(FromEnvironment({{"NEWSMILL_BIN", "/bin/newsmill"},
                               {"NEWSMILL_KAFKA_LIB", "/lib"},
                               {"NEWSMILL_FAULT_SEED", "1"},
                               {"NEWSMILL_TEST__X", "1"},
                               {"KAFKA__GROUP", "x"}}));
}

}  // namespace
}  // namespace newsmill::config
