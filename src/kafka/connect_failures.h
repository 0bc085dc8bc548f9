// Finds out why no broker answers. librdkafka's calls return only "transport
// failure", but librdkafka logs the reason. So this file reads librdkafka's log
// lines.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/base/mutex.h"
#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

enum class ConnectFailureKind {
  kOther,        // any other reason; a retry may help
  kUnreachable,  // connection refused, no route, time-out
  kUnknownHost,  // the name does not resolve
  kRejected,  // wrong user or password, or a user that the broker does not know
  kMechanism,          // the broker does not offer the SASL mechanism
  kNoLogin,            // the client uses SASL, but the listener does not
  kCertificate,        // the broker's certificate cannot be verified
  kClientCertificate,  // the broker asks for a certificate of the client
  // In the next three kinds, the broker closes the connection without an
  // answer.
  kListenerWithoutTls,  // the client uses TLS, but the listener does not
  kListenerWithTls,     // the listener uses TLS, but the client does not
  kListenerWithLogin,   // the listener uses SASL, but the client does not
};

struct ConnectFailure {
  ConnectFailureKind kind = ConnectFailureKind::kOther;
  std::string broker;  // host:port
  std::string reason;  // text of librdkafka or of the broker
};

/// Returns whether a proxy may be the cause of a failure of this kind. A proxy
/// closes connections while its broker is still starting. A broker that expects
/// another protocol also closes connections, so the two look alike.
inline bool MayBeAProxy(ConnectFailureKind kind) {
  return kind == ConnectFailureKind::kListenerWithoutTls ||
         kind == ConnectFailureKind::kListenerWithTls;
}

/// Parses a line of librdkafka's log (facility FAIL). Returns nothing if the
/// line does not report a failed connection to a broker.
std::optional<ConnectFailure> ParseConnectFailure(std::string_view text);

/// Collects the failed connections of one client, and keeps the latest failure
/// of each broker. Thread-safe, because librdkafka's threads call Note.
class ConnectFailures {
 public:
  using Clock = std::chrono::steady_clock;

  void Note(std::string_view facility, std::string_view text,
            Clock::time_point now = Clock::now());

  /// Returns a failure that is final: another attempt cannot repair it. A
  /// failure becomes final when each of `options.brokers` has such a failure,
  /// or when one broker has had it for some seconds. Returns nothing if no
  /// failure is final. If MayBeAProxy is true for the kind of the failure, the
  /// caller must check that no proxy is the cause.
  std::optional<ConnectFailure> Final(
      const Options& options, Clock::time_point now = Clock::now()) const;

  /// Returns the latest failure of any broker.
  std::optional<ConnectFailure> Latest() const;

 private:
  struct Seen {
    ConnectFailure failure;
    Clock::time_point since;  // time of the first failure of this kind
    int count = 0;            // number of failures of this kind
  };

  mutable Mutex mutex_;
  std::map<std::string, Seen> by_broker_ GUARDED_BY(mutex_);
  std::string latest_ GUARDED_BY(mutex_);  // the broker with the latest failure
};

/// Returns a sentence for the operator: the broker, the reason, and the action.
std::string Describe(const ConnectFailure& failure, const Options& options);

}  // namespace newsmill::kafka
