// How a worker is seen from outside: its metrics and health over HTTP.
#pragma once

#include <expected>
#include <memory>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/telemetry/http_server.h"
#include "newsmill/telemetry/telemetry.h"

namespace newsmill::app {

/// Serves from Start until Stop. Thread-safe but for these two.
class Monitoring {
 public:
  /// Logs the address. `log` must outlive it.
  static std::expected<std::unique_ptr<Monitoring>, Error> Start(
      const config::Config& config, logging::Log& log);
  void Stop() { server_.reset(); }

  /// To be told what happens.
  telemetry::Telemetry& telemetry() { return telemetry_; }

 private:
  explicit Monitoring(const config::Config& config);
  telemetry::HttpServer::Pages Pages();

  telemetry::Telemetry telemetry_;
  std::unique_ptr<telemetry::HttpServer> server_;  // reads the former
};

}  // namespace newsmill::app
