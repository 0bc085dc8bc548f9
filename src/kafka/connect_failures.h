// Finds out why no broker answers. librdkafka's calls only return "transport
// failure"; the reason is in its log.
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
  kOther,        // anything else; trying again may help
  kUnreachable,  // connection refused, no route, time-out
  kUnknownHost,  // the name does not resolve
  kRejected,     // wrong user or password, or not one that the broker knows
  kMechanism,    // the broker does not offer the SASL mechanism
  kNoLogin,      // the client uses SASL, the listener does not
  kCertificate,  // the broker's certificate cannot be verified
  kClientCertificate,  // the broker wants one from the client
  // The broker closes the connection without an answer …
  kListenerWithoutTls,  // … in the client's TLS handshake
  kListenerWithTls,     // … before it answers the client without TLS
  kListenerWithLogin,   // … at the first request of a client without SASL
};

struct ConnectFailure {
  ConnectFailureKind kind = ConnectFailureKind::kOther;
  std::string broker;  // host:port
  std::string reason;  // the text of librdkafka or of the broker
};

/// Returns whether a proxy may be the cause: while its broker starts, it closes
/// connections in the same way.
inline bool MayBeAProxy(ConnectFailureKind kind) {
  return kind == ConnectFailureKind::kListenerWithoutTls ||
         kind == ConnectFailureKind::kListenerWithTls;
}

/// Parses a line of librdkafka's log (facility FAIL). Returns nothing if it is
/// not about a broker.
std::optional<ConnectFailure> ParseConnectFailure(std::string_view text);

/// Collects the failures of one client, the latest of each broker. Thread-safe:
/// librdkafka's threads write its log.
class ConnectFailures {
 public:
  using Clock = std::chrono::steady_clock;

  void Note(std::string_view facility, std::string_view text,
            Clock::time_point now = Clock::now());

  /// Returns a failure that a retry cannot repair: each of `options.brokers`
  /// has it, or one has had it for some seconds. If MayBeAProxy, the caller has
  /// to exclude a proxy.
  std::optional<ConnectFailure> Final(
      const Options& options, Clock::time_point now = Clock::now()) const;

  /// Returns the latest failure of any broker.
  std::optional<ConnectFailure> Latest() const;

 private:
  struct Seen {
    ConnectFailure failure;
    Clock::time_point since;  // of this kind
    int count = 0;            // of this kind
  };

  mutable Mutex mutex_;
  std::map<std::string, Seen> by_broker_ GUARDED_BY(mutex_);
  std::string latest_ GUARDED_BY(mutex_);  // the broker
};

/// Returns a sentence for the operator: the broker, the reason, and what to do.
std::string Describe(const ConnectFailure& failure, const Options& options);

}  // namespace newsmill::kafka
