#include "monitoring.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/logging/log.h"

namespace newsmill::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// Returns the value of the label `config` of the metric config_info.
std::string ConfigHashOf(const config::Config& config) {
  logging::Log log({.level = logging::Level::kError});
  const auto monitoring = Monitoring::Start(config, log);
  if (!monitoring) return monitoring.error().message;
  const std::string metrics = (*monitoring)->telemetry().Metrics();
  const size_t at = metrics.find("newsmill_config_info{");
  return metrics.substr(at, metrics.find('\n', at) - at);
}

TEST(MonitoringTest, WorkersOfOneFleetHaveOneConfigHash) {
  config::Config config;
  config.http.listen = "127.0.0.1:0";
  const std::string first = ConfigHashOf(config);
  config.http.listen = "localhost:0";
  config.kafka.instance_id = "worker-2";

  EXPECT_THAT(first, HasSubstr("newsmill_config_info{"));
  EXPECT_EQ(ConfigHashOf(config), first);

  config.kafka.group = "another";
  EXPECT_NE(ConfigHashOf(config), first);
}

TEST(IndexOfTest, LinksToEachPage) {
  const telemetry::HttpAnswer answer =
      IndexOf({{"/livez", {}}, {"/metrics", {}}});

  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.content_type, HasSubstr("text/html"));
  EXPECT_THAT(answer.body, AllOf(HasSubstr("<a href=\"/livez\">"),
                                 HasSubstr("<a href=\"/metrics\">")));
}

}  // namespace
}  // namespace newsmill::app
