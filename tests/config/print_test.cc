#include <fstream>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/config/config.h"
#include "newsmill/config/nearest.h"

namespace newsmill::config {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ToYamlTest, MasksSecrets) {
  Config config;
  for (const char* name :
       {"sasl.password", "ssl.key.password", "ssl.keystore.password",
        "sasl.oauthbearer.client.secret", "ssl.key.pem"}) {
    config.kafka.properties[name] = "hush";
  }
  config.kafka.properties["sasl.username"] = "reader";

  const std::string yaml = ToYaml(config);

  EXPECT_THAT(yaml, Not(HasSubstr("hush")));
  EXPECT_THAT(yaml, HasSubstr("sasl.password: \"***\""));
  EXPECT_THAT(yaml, HasSubstr("sasl.username: reader"));
}

TEST(ToYamlTest, IsReadBackAsTheSame) {
  Config config;
  config.kafka.brokers = "a:1,[::1]:2";
  config.kafka.group = "it's \"a\": #group\t-";
  config.kafka.properties["client.id"] = "- x";
  config.worker.commit_interval = std::chrono::milliseconds(1500);
  config.input.max_message_bytes = 5'000'001;
  config.log.level = logging::Level::kError;

  const std::string yaml = ToYaml(config);
  const auto again = Parse(yaml, {});

  ASSERT_TRUE(again) << yaml;
  EXPECT_EQ(ToYaml(*again), yaml);
  EXPECT_EQ(again->kafka.group, config.kafka.group);
}

TEST(ToYamlTest, ExampleFileHoldsEveryKeyWithItsDefault) {
  std::stringstream example;
  example << std::ifstream(NEWSMILL_EXAMPLE_CONFIG).rdbuf();

  EXPECT_THAT(example.str(), ::testing::EndsWith(ToYaml(Config())))
      << "write it anew: newsmill check --print-config";
}

TEST(NearestTest, GivesNothingForAnotherWord) {
  const std::vector<std::string> words = {"run", "process", "topics"};

  EXPECT_EQ(Nearest("proces", words), "process");
  EXPECT_EQ(Nearest("xyz", words), std::nullopt);
}

}  // namespace
}  // namespace newsmill::config
