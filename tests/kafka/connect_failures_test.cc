#include "connect_failures.h"

#include <gtest/gtest.h>

#include <string>

namespace newsmill::kafka {
namespace {

using Kind = ConnectFailureKind;
using std::chrono::milliseconds;
using std::chrono::seconds;

// What librdkafka 2.0.2 and 2.16.1 write with Kafka 4.3.1.
const std::string kRejected =
    "[thrd:sasl_plaintext://10.0.0.1:9094/bootstrap]: "
    "sasl_plaintext://10.0.0.1:9094/bootstrap: SASL authentication error: "
    "Authentication failed: Invalid username or password (after 301ms in state "
    "AUTH_REQ)";
const std::string kRefused =
    "[thrd:10.0.0.1:9094/bootstrap]: 10.0.0.1:9094/bootstrap: Connect to "
    "ipv4#10.0.0.1:9094 failed: Connection refused (after 0ms in state "
    "CONNECT, "
    "1 identical error(s) suppressed)";
const std::string kSilent =
    "[thrd:10.0.0.1:9094/bootstrap]: 10.0.0.1:9094/bootstrap: Disconnected: "
    "connection closed by peer: receive 0 after POLLIN (after 3ms in state "
    "APIVERSION_QUERY)";

struct Line {
  const char* text;  // behind the thread and the broker
  Kind kind;
};

class ConnectFailureLineTest : public ::testing::TestWithParam<Line> {};

TEST_P(ConnectFailureLineTest, TellsBrokerAndKind) {
  const auto failure = ParseConnectFailure(
      "[thrd:ssl://127.0.0.1:9093/bootstrap]: "
      "ssl://127.0.0.1:9093/bootstrap: " +
      std::string(GetParam().text));

  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->broker, "127.0.0.1:9093");
  EXPECT_EQ(failure->kind, GetParam().kind) << failure->reason;
  EXPECT_EQ(failure->reason.find("in state"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ConnectFailureLineTest,
    ::testing::Values(
        Line{"SASL authentication error: Authentication failed during "
             "authentication due to invalid credentials with SASL mechanism "
             "SCRAM-SHA-256 (after 329ms in state AUTH_REQ)",
             Kind::kRejected},
        Line{"SASL OAUTHBEARER mechanism handshake failed: Broker: Unsupported "
             "SASL mechanism: broker's supported mechanisms: "
             "PLAIN,SCRAM-SHA-512 (after 308ms in state AUTH_HANDSHAKE)",
             Kind::kMechanism},
        Line{"SASL PLAIN mechanism handshake failed: Broker: Request not valid "
             "in current SASL state: broker's supported mechanisms:  (after "
             "4ms in state AUTH_HANDSHAKE)",
             Kind::kNoLogin},
        Line{"SSL handshake failed: error:0A000086:SSL routines::certificate "
             "verify failed: broker certificate could not be verified, verify "
             "that ssl.ca.location is correctly configured or root CA "
             "certificates are installed (install ca-certificates package) "
             "(after 20ms in state SSL_HANDSHAKE)",
             Kind::kCertificate},
        Line{"SSL handshake failed: error:0A000126:SSL routines::unexpected "
             "eof while reading (after 12ms in state SSL_HANDSHAKE)",
             Kind::kListenerWithoutTls},
        Line{"SSL handshake failed: Disconnected: SSL connection closed by "
             "peer: connecting to a PLAINTEXT broker listener? (after 3ms in "
             "state SSL_HANDSHAKE)",
             Kind::kListenerWithoutTls},
        Line{"error:0A00045C:SSL routines::tlsv13 alert certificate required: "
             "SSL alert number 116 (after 3ms in state APIVERSION_QUERY)",
             Kind::kClientCertificate},
        Line{"Disconnected while requesting ApiVersion: might be caused by "
             "incorrect security.protocol configuration (connecting to a SSL "
             "listener?) or broker version is < 0.10 (see api.version.request) "
             "(after 1ms in state APIVERSION_QUERY)",
             Kind::kListenerWithTls},
        Line{"Disconnected: verify that security.protocol is correctly "
             "configured, broker might require SASL authentication (after 2ms "
             "in state UP)",
             Kind::kListenerWithLogin},
        Line{"Send failed: Broken pipe (after 0ms in state UP)",
             Kind::kListenerWithLogin},
        Line{"Connect to ipv4#127.0.0.1:9093 failed: Connection refused (after "
             "0ms in state CONNECT)",
             Kind::kUnreachable},
        Line{"Failed to resolve '127.0.0.1:9093': Name or service not known "
             "(after 0ms in state CONNECT)",
             Kind::kUnknownHost},
        Line{"1 request(s) timed out: disconnect (after 61ms in state UP)",
             Kind::kOther}));

TEST(ConnectFailureTest, KeepsTheBrokersWords) {
  EXPECT_EQ(ParseConnectFailure(kRejected)->reason,
            "Authentication failed: Invalid username or password");
  EXPECT_EQ(ParseConnectFailure(kRefused)->reason, "Connection refused");
}

TEST(ConnectFailureTest, ALineOfNoBrokerSaysNothing) {
  EXPECT_FALSE(ParseConnectFailure("[thrd:main]: Global error"));
  EXPECT_FALSE(ParseConnectFailure(""));
}

class ConnectFailuresTest : public ::testing::Test {
 protected:
  ConnectFailuresTest() { options_.brokers = "10.0.0.1:9094"; }

  void Note(const std::string& text, milliseconds at = milliseconds(0)) {
    failures_.Note("FAIL", text, start_ + at);
  }
  bool IsFinal(milliseconds at) const {
    return failures_.Final(options_, start_ + at).has_value();
  }

  Options options_;
  ConnectFailures failures_;
  const ConnectFailures::Clock::time_point start_{};
};

TEST_F(ConnectFailuresTest, ARejectedLoginIsFinalAtOnce) {
  Note(kRejected);
  EXPECT_TRUE(IsFinal(milliseconds(1)));
}

TEST_F(ConnectFailuresTest, AnotherBrokerMayStillTakeTheLogin) {
  options_.brokers = "10.0.0.1:9094,10.0.0.2:9094";
  Note(kRejected);
  EXPECT_FALSE(IsFinal(milliseconds(500)));
  EXPECT_TRUE(IsFinal(seconds(4)));
}

TEST_F(ConnectFailuresTest, ABrokerThatIsAwayIsNeverFinal) {
  Note(kRefused);
  Note(kRefused);
  EXPECT_FALSE(IsFinal(seconds(60)));
  EXPECT_EQ(failures_.Latest()->kind, Kind::kUnreachable);
}

TEST_F(ConnectFailuresTest, AConnectionThatEndsSilentlyIsFinalIfItEndsAgain) {
  Note(kSilent);
  EXPECT_FALSE(IsFinal(seconds(4))) << "once: the broker may be stopping";
  Note(kSilent, milliseconds(200));
  EXPECT_TRUE(IsFinal(milliseconds(201)));
  EXPECT_TRUE(MayBeAProxy(failures_.Latest()->kind));
}

TEST_F(ConnectFailuresTest, ABrokerThatStopsIsNotAListenerOfAnotherKind) {
  Note(kSilent);
  Note(kSilent, milliseconds(100));
  Note(kRefused, milliseconds(200));
  EXPECT_FALSE(IsFinal(seconds(10)));
}

TEST_F(ConnectFailuresTest, AConnectionThatWasUpOnlyLacksALogin) {
  const std::string up =
      "10.0.0.1:9094/bootstrap: Disconnected (after 1ms in state UP)";
  Note(kSilent);
  Note(up, milliseconds(100));
  Note(kSilent, milliseconds(200));
  ASSERT_TRUE(IsFinal(seconds(4)));
  EXPECT_EQ(failures_.Final(options_, start_ + seconds(4))->kind,
            Kind::kListenerWithLogin);
}

TEST_F(ConnectFailuresTest, OtherLinesSayNothing) {
  failures_.Note("CONFWARN", kRejected, start_);
  EXPECT_FALSE(failures_.Latest());
}

TEST(DescribeConnectFailureTest, NamesTheBrokerAndWhatToDo) {
  Options options;
  options.properties = {{"sasl.mechanisms", "PLAIN"},
                        {"sasl.username", "mill"},
                        {"sasl.password", "TOPSECRET"}};

  const std::string text = Describe(*ParseConnectFailure(kRejected), options);

  EXPECT_EQ(text,
            "broker 10.0.0.1:9094 rejects the login by PLAIN (Authentication "
            "failed: Invalid username or password): correct sasl.username and "
            "sasl.password in kafka.properties");
}

}  // namespace
}  // namespace newsmill::kafka
