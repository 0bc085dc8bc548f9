#include "monitoring.h"

#include <utility>

#include "newsmill/base/version.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/model/identity.h"

namespace newsmill::app {
namespace {

// Of what the workers of a fleet have in common.
std::string HashOf(config::Config config) {
  config.kafka.instance_id.clear();
  return model::ToHex(model::HashOf(config::ToYaml(config)));  // masks secrets
}

telemetry::About AboutOf(const config::Config& config) {
  return {.version = std::string(Version()),
          .commit = std::string(Commit()),
          .librdkafka = kafka::LibraryVersion(),
          .config_hash = HashOf(config)};
}

telemetry::HttpAnswer AnswerOf(const telemetry::Health& health) {
  telemetry::HttpAnswer answer;
  if (!health.fine) answer.status = 503;
  answer.body = health.why + "\n";
  return answer;
}

}  // namespace

std::expected<std::unique_ptr<Monitoring>, Error> Monitoring::Start(
    const config::Config& config, logging::Log& log) {
  std::unique_ptr<Monitoring> monitoring(new Monitoring(config));
  auto server = telemetry::HttpServer::Start({.listen = config.http.listen},
                                             monitoring->Pages());
  if (!server) return std::unexpected(server.error());
  monitoring->server_ = *std::move(server);
  log.Write(pipeline::Severity::kInfo, "serving", "metrics and health by HTTP",
            {{"address", monitoring->server_->address()}});
  return monitoring;
}

Monitoring::Monitoring(const config::Config& config)
    : telemetry_(AboutOf(config)) {}

telemetry::HttpServer::Pages Monitoring::Pages() {
  return {{"/metrics",
           [this] {
             telemetry::HttpAnswer answer;
             answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
             answer.body = telemetry_.Metrics();
             return answer;
           }},
          {"/livez", [this] { return AnswerOf(telemetry_.Live()); }},
          {"/readyz", [this] { return AnswerOf(telemetry_.Ready()); }}};
}

}  // namespace newsmill::app
