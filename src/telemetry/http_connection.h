// Serves one client of the HTTP server.
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

/// A connection to a client. Its functions never block. Not thread-safe.
///
///   kReading ── head complete or invalid ──► kWriting ── all sent ──►
///   kLingering ── the client has closed ──► kDone
///
/// In kLingering, the connection reads and drops bytes until the client closes
/// the connection. If the server closed a socket with unread bytes, the
/// connection would be reset, and the client might not see the answer.
class HttpConnection {
 public:
  using Clock = std::chrono::steady_clock;

  HttpConnection(UniqueFd socket, Clock::time_point deadline)
      : socket_(std::move(socket)), deadline_(deadline) {}

  int fd() const { return socket_.get(); }
  Clock::time_point deadline() const { return deadline_; }
  bool wants_to_write() const { return state_ == State::kWriting; }
  bool done() const { return state_ == State::kDone; }

  /// Reads from the socket or writes to the socket, depending on the state.
  /// Call Proceed when the socket is ready: in kWriting when it is writable, in
  /// all other states when it is readable.
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
