// Why no broker answers. librdkafka's calls only say "transport failure"; the
// reason is in its log.
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
  // The broker ends the connection without a word …
  kListenerWithoutTls,  // … in the client's TLS handshake
  kListenerWithTls,     // … before it answers the client without TLS
  kListenerWithLogin,   // … at the first request of a client without SASL
};

struct ConnectFailure {
  ConnectFailureKind kind = ConnectFailureKind::kOther;
  std::string broker;  // host:port
  std::string reason;  // librdkafka's or the broker's words
};

/// A proxy whose broker is still starting ends connections in the same way.
inline bool MayBeAProxy(ConnectFailureKind kind) {
  return kind == ConnectFailureKind::kListenerWithoutTls ||
         kind == ConnectFailureKind::kListenerWithTls;
}

/// What a line of librdkafka's log (facility FAIL) says. Nothing if it is not
/// about a broker.
std::optional<ConnectFailure> ParseConnectFailure(std::string_view text);

/// Collects the failures of one client, the latest of each broker. Thread-safe:
/// librdkafka's threads write its log.
class ConnectFailures {
 public:
  using Clock = std::chrono::steady_clock;

  void Note(std::string_view facility, std::string_view text,
            Clock::time_point now = Clock::now());

  /// The failure that trying again cannot cure, if there is one: of each of
  /// `options.brokers`, or of one for some seconds. Where it MayBeAProxy, that
  /// is to be excluded.
  std::optional<ConnectFailure> Final(
      const Options& options, Clock::time_point now = Clock::now()) const;

  /// The latest of any broker.
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

/// A sentence for a person: the broker, the reason, and what to do.
std::string Describe(const ConnectFailure& failure, const Options& options);

}  // namespace newsmill::kafka
