#include "http_connection.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "fmt/format.h"

namespace newsmill::telemetry {
namespace {

std::string_view PhraseOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 414:
      return "URI Too Long";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "";
  }
}

std::string Render(const HttpAnswer& answer, bool with_body) {
  return fmt::format(
      "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}"
      "Cache-Control: no-store\r\nConnection: close\r\n\r\n{}",
      answer.status, PhraseOf(answer.status), answer.content_type,
      answer.body.size(), answer.status == 405 ? "Allow: GET, HEAD\r\n" : "",
      with_body ? answer.body : "");
}

HttpAnswer Refusal(int status) {
  return {.status = status, .body = fmt::format("{}\n", PhraseOf(status))};
}

std::string Answer(const HttpServer::Pages& pages, const HttpRequest& request) {
  const bool is_head = request.method == "HEAD";
  const auto page = pages.find(request.path);
  if (page == pages.end()) return Render(Refusal(404), !is_head);
  if (!is_head && request.method != "GET") return Render(Refusal(405), true);
  return Render(page->second(), !is_head);
}

bool WouldBlock() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

void HttpConnection::Proceed(const HttpServer::Pages& pages) {
  switch (state_) {
    case State::kReading:
      Read(pages);
      break;
    case State::kWriting:
      Write();
      break;
    case State::kLingering:
      Linger();
      break;
    case State::kDone:
      break;
  }
}

void HttpConnection::Read(const HttpServer::Pages& pages) {
  std::array<char, 4096> block;
  const ssize_t count = recv(fd(), block.data(), block.size(), 0);
  if (count < 0 && WouldBlock()) return;
  if (count <= 0) {
    state_ = State::kDone;
    return;
  }
  bytes_.append(block.data(), static_cast<size_t>(count));
  const auto request = ParseHead(bytes_);
  if (request && !*request) return;
  bytes_ = request ? Answer(pages, **request)
                   : Render(Refusal(request.error()), /*with_body=*/true);
  state_ = State::kWriting;
  Write();
}

void HttpConnection::Write() {
  const std::string_view left = std::string_view(bytes_).substr(written_);
  const ssize_t count = send(fd(), left.data(), left.size(), MSG_NOSIGNAL);
  if (count < 0) {
    if (!WouldBlock()) state_ = State::kDone;
    return;
  }
  written_ += static_cast<size_t>(count);
  if (written_ < bytes_.size()) return;
  shutdown(fd(), SHUT_WR);
  state_ = State::kLingering;
}

void HttpConnection::Linger() {
  std::array<char, 4096> block;
  const ssize_t count = recv(fd(), block.data(), block.size(), 0);
  if (count == 0 || (count < 0 && !WouldBlock())) state_ = State::kDone;
}

}  // namespace newsmill::telemetry
