#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/base/version.h"
#include "program.h"

namespace newsmill::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class CommandLineTest : public ::testing::Test {
 protected:
  Ended Run(const std::string& arguments) {
    return RunProgram(folder_, arguments);
  }
  TempFolder folder_;
};

TEST_F(CommandLineTest, HelpGoesToStandardOutput) {
  const Ended ended = Run("--help");

  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("process"), HasSubstr("Exit codes")));
  EXPECT_THAT(ended.err, IsEmpty());
}

TEST_F(CommandLineTest, HelpThatCannotBeWrittenGivesOne) {
  EXPECT_EQ(Run("--help >/dev/full; code=$?; (exit $code)").exit_code, 1);
}

TEST_F(CommandLineTest, EveryCommandTeachesWithAnExampleAndExitCodes) {
  for (const std::string command :
       {"run", "replay", "process", "explain", "topics", "check", "demo",
        "version", "log", "log inspect"}) {
    const Ended ended = Run(command + " --help");

    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_THAT(ended.out, AllOf(HasSubstr("Example:"), HasSubstr("Exit code"),
                                 HasSubstr("newsmill " + command)));
  }
}

TEST_F(CommandLineTest, VersionNamesTheLibraries) {
  const Ended ended = Run("version");

  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out,
              StartsWith("newsmill " + std::string(Version()) + " (commit "));
  EXPECT_THAT(ended.out, HasSubstr("\nlibrdkafka "));
}

TEST_F(CommandLineTest, WrongUsageGivesTwoAndAMessage) {
  const std::pair<std::string, std::string> cases[] = {
      {"rum", "unknown command 'rum' (did you mean 'run'?)"},
      {"run", "--config is required"},
      {"replay --config x", "--from is required"},
      {"process --jobs 0", "--jobs"},
      {"process --nonsense", "--nonsense"},
      {"process - -", "can be read once only"},
      {"topics --config x --partitions 3", "--create"},
      {"log", "A subcommand is required"},
      {"log inspect", "--config is required"},
      {"demo --count 0", "--count"},
      {"version now", "now"},
  };
  for (const auto& [arguments, message] : cases) {
    const Ended ended = Run(arguments);

    EXPECT_EQ(ended.exit_code, 2) << arguments;
    EXPECT_THAT(ended.err, HasSubstr(message)) << arguments;
    EXPECT_THAT(ended.out, IsEmpty()) << arguments;
  }
  EXPECT_EQ(Run("").exit_code, 2);
}

TEST_F(CommandLineTest, CheckNamesEveryErrorOfTheConfiguration) {
  const std::string file = folder_.Write(
      "bad.yaml", "kafka:\n  gruop: x\nworker:\n  threads: many\n");

  const Ended ended = Run("check --config " + file);

  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("bad.yaml:2: kafka.gruop: unknown key"));
  EXPECT_THAT(ended.err, HasSubstr("bad.yaml:4: worker.threads: must be"));
}

TEST_F(CommandLineTest, CheckRefusesPropertiesThatCarryTheGuarantees) {
  const std::string file = folder_.Write(
      "bad.yaml", "kafka: {properties: {enable.idempotence: 'false'}}\n");

  const Ended ended = Run("check --config " + file);

  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("kafka.properties.enable.idempotence: "));
  EXPECT_EQ(Run("run --config " + file).exit_code, 2);
}

TEST_F(CommandLineTest, CheckSaysOkAndPrintsWithoutSecrets) {
  const std::string file = folder_.Write(
      "good.yaml", "kafka: {group: g, properties: {sasl.password: hush}}\n");

  EXPECT_EQ(Run("check --config " + file).out, file + ": ok\n");
  const Ended printed = Run("check --print-config --config " + file);
  EXPECT_EQ(printed.exit_code, 0);
  EXPECT_THAT(printed.out, AllOf(HasSubstr("group: g"), HasSubstr("***"),
                                 Not(HasSubstr("hush"))));
}

TEST_F(CommandLineTest, AClusterThatCannotBeReachedGivesOne) {
  const std::string file =
      folder_.Write("good.yaml", "kafka: {brokers: '127.0.0.1:1'}\n");

  const Ended ended = Run("topics --config " + file);

  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("broker"));
}

TEST_F(CommandLineTest, AMissingConfigurationGivesTwo) {
  EXPECT_EQ(Run("run --config /nowhere.yaml").exit_code, 2);
  EXPECT_EQ(Run("process --config /nowhere.yaml x.html").exit_code, 2);
}

}  // namespace
}  // namespace newsmill::app
