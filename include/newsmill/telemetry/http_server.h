// A small HTTP server for a few pages: metrics and health.
//
// Its clients are not trusted: slow ones, many, and ones that send anything.
// One thread serves all without ever waiting for one of them; each has to be
// done within a deadline, whatever it trickles, and has a bounded share of
// memory. (cpp-httplib gives each connection a thread of its pool for as long
// as bytes trickle in, so that a few slow clients stop it.)
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

/// GET and HEAD of the pages; one request a connection.
class HttpServer {
 public:
  /// What a path answers. Called on the server's thread.
  using Pages = std::map<std::string, std::function<HttpAnswer()>, std::less<>>;

  struct Options {
    std::string listen = "0.0.0.0:9108";  // port 0: a free one
    /// More push out the one that is oldest.
    size_t max_connections = 64;
    /// From the connection to the end of the answer, all in all.
    std::chrono::milliseconds deadline{5000};
  };

  /// Listens when it returns.
  static std::expected<std::unique_ptr<HttpServer>, Error> Start(
      const Options& options, Pages pages);
  /// Whatever is under way is cut off.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// "127.0.0.1:9108", with the port that was taken.
  const std::string& address() const { return address_; }

 private:
  HttpServer(const Options& options, Pages pages, UniqueFd listener,
             UniqueFd stop, std::string address);

  std::string address_;
  UniqueFd stop_;  // an eventfd
  std::thread thread_;
};

}  // namespace newsmill::telemetry
