// One client of the HTTP server.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "http_request.h"
#include "newsmill/base/unique_fd.h"
#include "newsmill/telemetry/http_server.h"

namespace newsmill::telemetry {

/// A connection. Never blocks. Not thread-safe.
///
///   kReading ── head complete, or refused ──► kWriting ── all sent ──►
///   kLingering ── the client has closed ──► kDone
///
/// The connection lingers for this reason: closing a socket with unread bytes
/// resets the connection, and the client would not see the answer.
class HttpConnection {
 public:
  using Clock = std::chrono::steady_clock;

  HttpConnection(UniqueFd socket, Clock::time_point deadline)
      : socket_(std::move(socket)), deadline_(deadline) {}

  int fd() const { return socket_.get(); }
  Clock::time_point deadline() const { return deadline_; }
  bool wants_to_write() const { return state_ == State::kWriting; }
  bool done() const { return state_ == State::kDone; }

  /// Reads or writes. Call it when the socket can be read or written.
  void Proceed(const HttpServer::Pages& pages);

 private:
  enum class State { kReading, kWriting, kLingering, kDone };

  void Read(const HttpServer::Pages& pages);
  void Write();
  void Linger();

  UniqueFd socket_;
  const Clock::time_point deadline_;
  State state_ = State::kReading;
  std::string bytes_;  // bytes read so far, and later the bytes to write
  size_t written_ = 0;
};

}  // namespace newsmill::telemetry
