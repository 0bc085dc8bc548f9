// A small HTTP server for a few pages: metrics and health.
//
// The server does not trust its clients. There may be many clients, and a
// client may be slow or send anything. One thread serves all clients and never
// waits for a single client. Each connection has a deadline and a limit on its
// memory. newsmill does not use the library cpp-httplib, because a few slow
// clients can block it: each connection occupies a thread of its pool while
// bytes arrive.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "newsmill/base/error.h"
#include "newsmill/base/unique_fd.h"

namespace newsmill::telemetry {

struct HttpAnswer {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body;
};

/// Answers GET and HEAD requests for the pages. Answers one request on each
/// connection.
class HttpServer {
 public:
  /// Maps a path to the function that answers requests for the path. The
  /// server's thread calls the function.
  using Pages = std::map<std::string, std::function<HttpAnswer()>, std::less<>>;

  struct Options {
    std::string listen = "0.0.0.0:9108";  // port 0: any free port
    /// The maximum number of open connections. If a client opens one more
    /// connection, the server closes the oldest connection.
    size_t max_connections = 64;
    /// The maximum time from the start of a connection to the end of the
    /// answer.
    std::chrono::milliseconds deadline{5000};
  };

  /// Starts the server's thread. When Start returns, the server accepts
  /// connections.
  static std::expected<std::unique_ptr<HttpServer>, Error> Start(
      const Options& options, Pages pages);
  /// Stops the server. Closes open connections at once.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Returns the bound address and port: "127.0.0.1:9108".
  const std::string& address() const { return address_; }

 private:
  HttpServer(const Options& options, Pages pages, UniqueFd listener,
             UniqueFd stop, std::string address);

  std::string address_;
  UniqueFd stop_;  // an eventfd
  std::thread thread_;
};

}  // namespace newsmill::telemetry
