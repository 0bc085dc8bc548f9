#include "monitoring.h"

#include <utility>

#include "fmt/format.h"
#include "newsmill/base/version.h"
#include "newsmill/kafka/kafka.h"
#include "newsmill/model/identity.h"

namespace newsmill::app {
namespace {

// Returns a hash of the configuration. The hash does not include the keys that
// differ between the workers of a fleet, so the hashes of all workers of a
// fleet can be compared.
std::string HashOf(config::Config config) {
  config.kafka.instance_id.clear();
  config.http.listen.clear();
  // The hash reveals no secrets, because ToYaml masks secrets.
  return model::ToHex(model::HashOf(config::ToYaml(config)));
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

telemetry::HttpAnswer IndexOf(const telemetry::HttpServer::Pages& pages) {
  telemetry::HttpAnswer answer;
  answer.content_type = "text/html; charset=utf-8";
  answer.body =
      "<!doctype html>\n<title>newsmill</title>\n<h1>newsmill</h1>\n<ul>\n";
  for (const auto& [path, page] : pages) {
    answer.body += fmt::format("<li><a href=\"{0}\">{0}</a>\n", path);
  }
  answer.body += "</ul>\n";
  return answer;
}

std::expected<std::unique_ptr<Monitoring>, Error> Monitoring::Start(
    const config::Config& config, logging::Log& log) {
  std::unique_ptr<Monitoring> monitoring(new Monitoring(config));
  auto server = telemetry::HttpServer::Start({.listen = config.http.listen},
                                             monitoring->Pages());
  if (!server) return std::unexpected(server.error());
  monitoring->server_ = *std::move(server);
  log.Write(pipeline::Severity::kInfo, "serving",
            "metrics and health are served over HTTP",
            {{"address", monitoring->server_->address()}});
  return monitoring;
}

Monitoring::Monitoring(const config::Config& config)
    : telemetry_(AboutOf(config)) {}

telemetry::HttpServer::Pages Monitoring::Pages() {
  telemetry::HttpServer::Pages pages = {
      {"/metrics",
       [this] {
         telemetry::HttpAnswer answer;
         answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
         answer.body = telemetry_.Metrics();
         return answer;
       }},
      {"/livez", [this] { return AnswerOf(telemetry_.Live()); }},
      {"/readyz", [this] { return AnswerOf(telemetry_.Ready()); }}};
  pages["/"] = [index = IndexOf(pages)] { return index; };
  return pages;
}

}  // namespace newsmill::app
