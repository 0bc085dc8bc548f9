#include "http_request.h"

#include <gtest/gtest.h>

namespace newsmill::telemetry {
namespace {

int StatusOf(const std::string& bytes) {
  const auto parsed = ParseHead(bytes);
  if (!parsed) return parsed.error();
  return parsed->has_value() ? 200 : 0;
}

TEST(HttpRequestTest, TakesMethodAndPath) {
  const auto parsed = ParseHead("GET /metrics?x=1 HTTP/1.1\r\nHost: a\r\n\r\n");

  ASSERT_TRUE(parsed && *parsed);
  EXPECT_EQ((*parsed)->method, "GET");
  EXPECT_EQ((*parsed)->path, "/metrics");
}

TEST(HttpRequestTest, IsIncompleteUntilTheEmptyLine) {
  const std::string head = "GET / HTTP/1.0\r\nHost: a\r\n\r\n";
  for (size_t size = 0; size < head.size(); ++size) {
    EXPECT_EQ(StatusOf(head.substr(0, size)), 0) << size;
  }
  EXPECT_EQ(StatusOf(head), 200);
}

TEST(HttpRequestTest, TakesBareLineFeeds) {
  EXPECT_EQ(StatusOf("GET / HTTP/1.1\nHost: a\n\n"), 200);
  EXPECT_EQ(StatusOf("GET / HTTP/1.1\r\n\r\n"), 200);
}

TEST(HttpRequestTest, RefusesWhatIsNoRequest) {
  for (const std::string line :
       {"", "GET", "GET /", "GET / FTP/1.1", " / HTTP/1.1", "G\x01T / HTTP/1.1",
        "GET /\x01 HTTP/1.1", "GET  HTTP/1.1", "\x16\x03\x01"}) {
    EXPECT_EQ(StatusOf(line + "\r\n"), 400) << line;
  }
  EXPECT_EQ(StatusOf("PRI * HTTP/2.0\r\n\r\n"), 505);
}

TEST(HttpRequestTest, RefusesWhatIsTooLong) {
  EXPECT_EQ(StatusOf(std::string(kMaxHeadBytes + 1, 'a')), 414);
  const std::string line = "GET / HTTP/1.1\r\n";
  EXPECT_EQ(StatusOf(line + "a: " + std::string(kMaxHeadBytes, 'a')), 431);
  EXPECT_EQ(
      StatusOf(line + "a: " + std::string(kMaxHeadBytes, 'a') + "\r\n\r\n"),
      431);
}

}  // namespace
}  // namespace newsmill::telemetry
