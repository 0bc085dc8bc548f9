// The server under clients that are slow, many, or hostile.

#include "newsmill/telemetry/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::telemetry {
namespace {

using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// A client that sends what it likes.
class Client {
 public:
  explicit Client(const HttpServer& server)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const std::string& address = server.address();
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(static_cast<uint16_t>(
        std::stoi(address.substr(address.rfind(':') + 1))));
    EXPECT_EQ(
        connect(socket_.get(), reinterpret_cast<sockaddr*>(&to), sizeof(to)),
        0);
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience,
               sizeof(patience));
  }

  bool Send(std::string_view bytes) {
    return send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
  }
  /// Until the server closes; nothing when it resets or keeps us waiting.
  std::string ReadAll() {
    std::string all;
    std::array<char, 65536> block;
    while (true) {
      const ssize_t count = recv(socket_.get(), block.data(), block.size(), 0);
      if (count == 0) return all;
      if (count < 0) return errno == ECONNRESET ? "reset" : "waited in vain";
      all.append(block.data(), static_cast<size_t>(count));
    }
  }

 private:
  UniqueFd socket_;
};

class HttpServerTest : public ::testing::Test {
 protected:
  void Start(HttpServer::Options options = {}) {
    options.listen = "127.0.0.1:0";
    auto started = HttpServer::Start(
        options,
        {{"/page", [] { return HttpAnswer{.body = "text\n"}; }},
         {"/large",
          [] { return HttpAnswer{.body = std::string(32 << 20, 'x')}; }},
         {"/ill", [] { return HttpAnswer{.status = 503, .body = "why\n"}; }}});
    ASSERT_TRUE(started) << started.error().message;
    server_ = *std::move(started);
  }
  std::string Ask(std::string_view bytes) {
    Client client(*server_);
    EXPECT_TRUE(client.Send(bytes));
    return client.ReadAll();
  }
  std::string Get(const std::string& path) {
    return Ask("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, ServesItsPages) {
  Start();
  EXPECT_THAT(Get("/page"), AllOf(StartsWith("HTTP/1.1 200 OK\r\n"),
                                  HasSubstr("\r\nContent-Length: 5\r\n"),
                                  HasSubstr("\r\nConnection: close\r\n"),
                                  EndsWith("\r\n\r\ntext\n")));
  EXPECT_THAT(Get("/page?a=b"), EndsWith("text\n"));
  EXPECT_THAT(Get("/ill"),
              AllOf(StartsWith("HTTP/1.1 503 "), EndsWith("why\n")));
}

TEST_F(HttpServerTest, HeadIsTheHeadAlone) {
  Start();
  EXPECT_THAT(Ask("HEAD /page HTTP/1.1\r\n\r\n"),
              AllOf(HasSubstr("Content-Length: 5"), EndsWith("\r\n\r\n")));
}

TEST_F(HttpServerTest, RefusesWhatItDoesNotServe) {
  Start();
  EXPECT_THAT(Get("/"), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(Get("/page/"), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(
      Ask("POST /page HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"),
      AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("Allow: GET, HEAD")));
  EXPECT_THAT(Ask("\x16\x03\x01\n"), StartsWith("HTTP/1.1 400 "));
}

TEST_F(HttpServerTest, AnswersAlthoughMoreWasSentThanItReads) {
  Start();
  const std::string huge =
      "GET /page HTTP/1.1\r\nX: " + std::string(12'000, 'a');
  EXPECT_THAT(Ask(huge), StartsWith("HTTP/1.1 431 "));
  const std::string body =
      "POST /page HTTP/1.1\r\n\r\n" + std::string(100'000, 'b');
  EXPECT_THAT(Ask(body), StartsWith("HTTP/1.1 405 "));
}

TEST_F(HttpServerTest, ListensToTheEndAfterItsAnswer) {
  Start();
  Client client(*server_);
  client.Send("POST /page HTTP/1.1\r\n\r\n");
  EXPECT_THAT(client.ReadAll(), StartsWith("HTTP/1.1 405 "));

  // A reset would come before the second.
  EXPECT_TRUE(client.Send("body"));
  EXPECT_TRUE(client.Send("body"));
}

TEST_F(HttpServerTest, AnswersWhileManyClientsTrickle) {
  Start({.deadline = std::chrono::hours(1)});
  std::vector<Client> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(*server_);
    slow.back().Send("GET /pa");
  }
  for (Client& client : slow) {
    client.Send("g");  // those that are pushed out may fail
    EXPECT_THAT(Get("/page"), EndsWith("text\n"));
  }
}

TEST_F(HttpServerTest, AnswersWhileAClientDoesNotReadItsAnswer) {
  Start({.deadline = std::chrono::hours(1)});
  Client deaf(*server_);
  deaf.Send("GET /large HTTP/1.1\r\n\r\n");

  EXPECT_THAT(Get("/page"), EndsWith("text\n"));
  EXPECT_EQ(deaf.ReadAll().size() >> 20, 32U);
}

TEST_F(HttpServerTest, AClientThatTricklesIsCutOff) {
  Start({.deadline = milliseconds(50)});
  Client silent(*server_);
  Client slow(*server_);
  Client deaf(*server_);
  slow.Send("GET /pa");
  deaf.Send("GET /large HTTP/1.1\r\n\r\n");

  EXPECT_THAT(silent.ReadAll(), AnyOf("", "reset"));
  EXPECT_THAT(slow.ReadAll(), AnyOf("", "reset"));
  EXPECT_LT(deaf.ReadAll().size() >> 20, 32U);
}

TEST_F(HttpServerTest, MoreConnectionsPushOutTheOldest) {
  Start({.max_connections = 2, .deadline = std::chrono::hours(1)});
  Client first(*server_);
  first.Send("GET /pa");
  Client second(*server_);
  Client third(*server_);

  EXPECT_THAT(first.ReadAll(), AnyOf("", "reset"));
  third.Send("GET /page HTTP/1.1\r\n\r\n");
  EXPECT_THAT(third.ReadAll(), EndsWith("text\n"));
}

TEST_F(HttpServerTest, ClientsThatGoAwayDoNoHarm) {
  Start();
  for (int i = 0; i < 10; ++i) {
    Client client(*server_);
    client.Send(i % 2 == 0 ? "GET /large HTTP/1.1\r\n\r\n" : "GET");
  }
  EXPECT_THAT(Get("/page"), EndsWith("text\n"));
}

TEST_F(HttpServerTest, EndsWhileClientsWait) {
  Start({.deadline = std::chrono::hours(1)});
  Client waiting(*server_);
  waiting.Send("GET");
  server_.reset();

  EXPECT_THAT(waiting.ReadAll(), AnyOf("", "reset"));
}

TEST_F(HttpServerTest, SaysWhyItCannotListen) {
  Start();
  const auto taken = HttpServer::Start({.listen = server_->address()}, {});
  ASSERT_FALSE(taken);
  EXPECT_THAT(taken.error().message,
              AllOf(HasSubstr(server_->address()), HasSubstr("in use")));
  EXPECT_FALSE(taken.error().misconfigured);

  // TEST-NET-1 (RFC 5737) is nobody's.
  const auto foreign = HttpServer::Start({.listen = "192.0.2.1:0"}, {});
  ASSERT_FALSE(foreign);
  EXPECT_TRUE(foreign.error().misconfigured);

  const auto unknown =
      HttpServer::Start({.listen = "no.such.host.invalid:0"}, {});
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().message, HasSubstr("resolve"));
}

TEST_F(HttpServerTest, ListensOnIpv6) {
  const auto server = HttpServer::Start({.listen = "[::1]:0"}, {});
  if (!server) GTEST_SKIP() << server.error().message;
  EXPECT_THAT((*server)->address(),
              AllOf(StartsWith("[::1]:"), Not(EndsWith(":0"))));
}

}  // namespace
}  // namespace newsmill::telemetry
