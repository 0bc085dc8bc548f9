// Serves the metrics and the health of a worker over HTTP.
#pragma once

#include <expected>
#include <memory>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/telemetry/http_server.h"
#include "newsmill/telemetry/telemetry.h"

namespace newsmill::app {

/// Serves the HTTP pages from Start until Stop or the destructor. Start and
/// Stop must be called on the same thread. The observer that telemetry()
/// returns is thread-safe.
class Monitoring {
 public:
  /// Starts the HTTP server and logs its address. Returns an error if the
  /// server cannot listen on http.listen. Uses `log` only during the call.
  static std::expected<std::unique_ptr<Monitoring>, Error> Start(
      const config::Config& config, logging::Log& log);
  void Stop() { server_.reset(); }

  /// Returns the observer that counts events for the metrics. The observer
  /// exists as long as this object.
  telemetry::Telemetry& telemetry() { return telemetry_; }

 private:
  explicit Monitoring(const config::Config& config);
  telemetry::HttpServer::Pages Pages();

  telemetry::Telemetry telemetry_;
  // Must be destroyed before telemetry_, because the pages read telemetry_.
  std::unique_ptr<telemetry::HttpServer> server_;
};

/// Returns an HTML page that links to each of `pages`.
telemetry::HttpAnswer IndexOf(const telemetry::HttpServer::Pages& pages);

}  // namespace newsmill::app
