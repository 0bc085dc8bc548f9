#include "newsmill/telemetry/http_server.h"

#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <list>
#include <utility>
#include <vector>

#include "fmt/format.h"
#include "http_connection.h"

namespace newsmill::telemetry {
namespace {

using Clock = HttpConnection::Clock;
using std::chrono::milliseconds;

// accept fails if descriptors or memory are used up. The server pauses for this
// time after such a failure. Otherwise the server would call accept again at
// once.
constexpr milliseconds kPauseWithoutDescriptors{100};

struct FreeAddresses {
  void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

std::expected<Addresses, Error> Resolve(const std::string& listen) {
  const size_t colon = listen.rfind(':');
  std::string host = listen.substr(0, colon);
  const std::string port = listen.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), port.c_str(), &wanted, &found);
  if (error != 0) {
    return std::unexpected(
        Error{.message = fmt::format("http.listen: cannot resolve {}: {}",
                                     listen, gai_strerror(error)),
              .misconfigured = true});
  }
  return Addresses(found);
}

std::expected<UniqueFd, Error> Listen(const std::string& listen) {
  const auto addresses = Resolve(listen);
  if (!addresses) return std::unexpected(addresses.error());
  const addrinfo& first = **addresses;
  UniqueFd socket(
      ::socket(first.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int yes = 1;
  const bool listens =
      socket.get() >= 0 &&
      setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) ==
          0 &&
      bind(socket.get(), first.ai_addr, first.ai_addrlen) == 0 &&
      ::listen(socket.get(), SOMAXCONN) == 0;
  if (listens) return socket;
  // The port may be in use only for some time, so another attempt may succeed.
  // Any other error is a misconfiguration, which an operator must correct.
  return std::unexpected(
      Error{.message = fmt::format("http.listen: cannot listen on {}: {}",
                                   listen, std::strerror(errno)),
            .misconfigured = errno != EADDRINUSE});
}

std::string AddressOf(const UniqueFd& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> port{};
  if (getsockname(socket.get(), generic, &size) != 0 ||
      getnameinfo(generic, size, host.data(), host.size(), port.data(),
                  port.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return "?";
  }
  if (address.ss_family == AF_INET6) {
    return fmt::format("[{}]:{}", host.data(), port.data());
  }
  return fmt::format("{}:{}", host.data(), port.data());
}

/// Accepts and serves connections, on the server's thread.
class Loop {
 public:
  Loop(const HttpServer::Options& options, HttpServer::Pages pages,
       UniqueFd listener)
      : options_(options),
        pages_(std::move(pages)),
        listener_(std::move(listener)) {}

  /// Serves until the descriptor `stop` is readable.
  void Run(int stop) {
    while (true) {
      std::vector<pollfd> polled = {{stop, POLLIN, 0},
                                    {listener_.get(), POLLIN, 0}};
      for (const HttpConnection& one : connections_) {
        const bool writes = one.wants_to_write();
        polled.push_back(
            {one.fd(), static_cast<short>(writes ? POLLOUT : POLLIN), 0});
      }
      poll(polled.data(), polled.size(), TimeoutMs());
      if (polled[0].revents != 0) return;
      size_t at = 2;
      for (HttpConnection& one : connections_) {
        if (polled[at++].revents != 0) one.Proceed(pages_);
      }
      const auto now = Clock::now();
      connections_.remove_if([now](const HttpConnection& one) {
        return one.done() || one.deadline() <= now;
      });
      if (polled[1].revents != 0) Accept(stop);
    }
  }

 private:
  /// Returns the milliseconds until the earliest deadline of a connection, or
  /// -1 if there is no connection. The oldest connection has the earliest
  /// deadline, and connections_ begins with the oldest connection.
  int TimeoutMs() const {
    if (connections_.empty()) return -1;
    const auto left = std::chrono::ceil<milliseconds>(
        connections_.front().deadline() - Clock::now());
    return static_cast<int>(std::max<int64_t>(0, left.count()));
  }

  void Accept(int stop) {
    UniqueFd socket(accept4(listener_.get(), nullptr, nullptr,
                            SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.get() >= 0) {
      if (connections_.size() >= options_.max_connections) {
        connections_.pop_front();
      }
      connections_.emplace_back(std::move(socket),
                                Clock::now() + options_.deadline);
      return;
    }
    if (errno == EAGAIN || errno == EINTR || errno == ECONNABORTED) return;
    if (!connections_.empty()) {
      connections_.pop_front();
      return;
    }
    pollfd stopped{stop, POLLIN, 0};
    poll(&stopped, 1, static_cast<int>(kPauseWithoutDescriptors.count()));
  }

  const HttpServer::Options options_;
  const HttpServer::Pages pages_;
  const UniqueFd listener_;
  std::list<HttpConnection> connections_;  // oldest first
};

}  // namespace

std::expected<std::unique_ptr<HttpServer>, Error> HttpServer::Start(
    const Options& options, Pages pages) {
  auto listener = Listen(options.listen);
  if (!listener) return std::unexpected(listener.error());
  UniqueFd stop(eventfd(0, EFD_CLOEXEC));
  if (stop.get() < 0) {
    return std::unexpected(
        Error{fmt::format("eventfd: {}", std::strerror(errno))});
  }
  std::string address = AddressOf(*listener);
  return std::unique_ptr<HttpServer>(
      new HttpServer(options, std::move(pages), *std::move(listener),
                     std::move(stop), std::move(address)));
}

HttpServer::HttpServer(const Options& options, Pages pages, UniqueFd listener,
                       UniqueFd stop, std::string address)
    : address_(std::move(address)),
      stop_(std::move(stop)),
      thread_([loop = std::make_unique<Loop>(options, std::move(pages),
                                             std::move(listener)),
               stop = stop_.get()] { loop->Run(stop); }) {}

HttpServer::~HttpServer() {
  eventfd_write(stop_.get(), 1);
  thread_.join();
}

}  // namespace newsmill::telemetry
