#include "connect_failures.h"

#include <algorithm>

#include "fmt/format.h"
#include "newsmill/kafka/kafka.h"
#include "properties.h"

namespace newsmill::kafka {
namespace {

using Kind = ConnectFailureKind;
using std::chrono::seconds;

// If one broker has had the same failure for this time, the failure is final.
// Until then, another broker may still answer.
constexpr seconds kGrace{3};
// If a broker closes connections without an answer, this counts as a failure
// only after this many connections. A broker that is stopping also closes a
// connection, so one closed connection proves nothing.
constexpr int kSilentClosesNeeded = 2;
// The text of OpenSSL in librdkafka's message. librdkafka adds advice to this
// text. The advice is dropped, because Describe gives its own advice.
constexpr std::string_view kUnverified = "certificate verify failed";

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Returns the part of `text` after `marker`, or the whole text if it does not
/// contain `marker`.
std::string_view After(std::string_view text, std::string_view marker) {
  const size_t at = text.find(marker);
  return at == std::string_view::npos ? text : text.substr(at + marker.size());
}

bool IsEndOfConnection(std::string_view reason) {
  return Contains(reason, "Disconnected") || Contains(reason, "Broken pipe") ||
         Contains(reason, "Connection reset") ||
         Contains(reason, "unexpected eof");
}

/// Returns the kind of the failure. `state` is librdkafka's name for the state
/// in which the connection failed.
Kind KindOf(std::string_view reason, std::string_view state) {
  if (Contains(reason, kUnverified)) return Kind::kCertificate;
  if (Contains(reason, "alert") && Contains(reason, "certificate")) {
    return Kind::kClientCertificate;
  }
  if (Contains(reason, "SASL authentication error")) return Kind::kRejected;
  if (Contains(reason, "Unsupported SASL mechanism")) return Kind::kMechanism;
  if (Contains(reason, "not valid in current SASL state")) {
    return Kind::kNoLogin;
  }
  if (Contains(reason, "Failed to resolve")) return Kind::kUnknownHost;
  if (state == "CONNECT") return Kind::kUnreachable;
  if (state == "SSL_HANDSHAKE") {
    const bool ended =
        IsEndOfConnection(reason) || Contains(reason, "wrong version number");
    return ended ? Kind::kListenerWithoutTls : Kind::kOther;
  }
  if (IsEndOfConnection(reason)) {
    if (state == "APIVERSION_QUERY") return Kind::kListenerWithTls;
    if (state == "UP") return Kind::kListenerWithLogin;
  }
  return Kind::kOther;
}

bool ClosesWithoutAnswer(Kind kind) {
  return kind == Kind::kListenerWithoutTls || kind == Kind::kListenerWithTls ||
         kind == Kind::kListenerWithLogin;
}

bool MayEndByItself(Kind kind) {
  return kind == Kind::kOther || kind == Kind::kUnreachable ||
         kind == Kind::kUnknownHost;
}

std::string MechanismOf(const Options& options) {
  for (const char* name : {"sasl.mechanisms", "sasl.mechanism"}) {
    const auto found = options.properties.find(name);
    if (found != options.properties.end()) return found->second;
  }
  return "GSSAPI";  // librdkafka's default
}

std::string DescribeRejected(const std::string& broker,
                             const ConnectFailure& failure,
                             const Options& options) {
  if (UsesScram(options) && !LibraryHasScram()) {
    return fmt::format(
        "{} rejects the SCRAM login ({}): librdkafka {} cannot log in to Kafka "
        "4 by SCRAM; use librdkafka {} or newer, or PLAIN over TLS (see Logins "
        "in docs/security.md)",
        broker, failure.reason, LibraryVersion(), kFirstScramVersion);
  }
  return fmt::format(
      "{} rejects the login by {} ({}): correct sasl.username and "
      "sasl.password in kafka.properties",
      broker, MechanismOf(options), failure.reason);
}

}  // namespace

// An example of `text`, which is one line in the log:
//   [thrd:ssl://10.0.0.1:9093/bootstrap]: ssl://10.0.0.1:9093/bootstrap:
//   SSL handshake failed: … (after 20ms in state SSL_HANDSHAKE, 1 identical
//   error(s) suppressed)
std::optional<ConnectFailure> ParseConnectFailure(std::string_view text) {
  if (text.starts_with("[thrd:")) text = After(text, "]: ");
  const size_t name_end = text.find(": ");
  if (name_end == std::string_view::npos) return std::nullopt;
  std::string_view broker = After(text.substr(0, name_end), "://");
  broker = broker.substr(0, broker.rfind('/'));
  if (!Contains(broker, ":")) return std::nullopt;

  std::string_view reason = text.substr(name_end + 2);
  std::string_view state;
  if (const size_t at = reason.rfind(" (after "); at != reason.npos) {
    state = After(reason.substr(at), " in state ");
    state = state.substr(0, state.find_first_of(",)"));
    reason = reason.substr(0, at);
  }
  const Kind kind = KindOf(reason, state);
  if (kind == Kind::kCertificate) reason = kUnverified;
  if (kind == Kind::kRejected) reason = After(reason, "error: ");
  if (kind == Kind::kMechanism) reason = After(reason, "mechanisms: ");
  if (kind == Kind::kUnreachable) reason = After(reason, " failed: ");
  if (kind == Kind::kUnknownHost) reason = After(reason, "': ");
  return ConnectFailure{kind, std::string(broker), std::string(reason)};
}

void ConnectFailures::Note(std::string_view facility, std::string_view text,
                           Clock::time_point now) {
  if (facility != "FAIL" && facility != "ERROR") return;
  auto failure = ParseConnectFailure(text);
  if (!failure) return;
  const MutexLock lock(mutex_);
  latest_ = failure->broker;
  Seen& seen = by_broker_[failure->broker];
  const Kind before = seen.failure.kind;
  if (ClosesWithoutAnswer(before) && ClosesWithoutAnswer(failure->kind)) {
    ++seen.count;
    // An earlier connection to this broker was set up. So the protocol of the
    // client is right, and only the login is missing.
    if (before == Kind::kListenerWithLogin) return;
  } else if (before == failure->kind) {
    ++seen.count;
  } else {
    seen.count = 1;
  }
  if (seen.count == 1) seen.since = now;
  seen.failure = *std::move(failure);
}

std::optional<ConnectFailure> ConnectFailures::Final(
    const Options& options, Clock::time_point now) const {
  const auto brokers = 1 + std::ranges::count(options.brokers, ',');
  const MutexLock lock(mutex_);
  std::optional<ConnectFailure> first;
  int64_t hopeless = 0;
  bool lasting = false;
  for (const auto& [name, seen] : by_broker_) {
    const bool lasts = now - seen.since >= kGrace;
    if (MayEndByItself(seen.failure.kind)) continue;
    if (ClosesWithoutAnswer(seen.failure.kind) &&
        seen.count < kSilentClosesNeeded) {
      continue;
    }
    ++hopeless;
    lasting = lasting || lasts;
    if (!first) first = seen.failure;
  }
  return hopeless >= brokers || lasting ? first : std::nullopt;
}

std::optional<ConnectFailure> ConnectFailures::Latest() const {
  const MutexLock lock(mutex_);
  const auto found = by_broker_.find(latest_);
  if (found == by_broker_.end()) return std::nullopt;
  return found->second.failure;
}

std::string Describe(const ConnectFailure& failure, const Options& options) {
  const std::string broker = "broker " + failure.broker;
  switch (failure.kind) {
    case Kind::kRejected:
      return DescribeRejected(broker, failure, options);
    case Kind::kMechanism:
      return fmt::format(
          "{} does not offer the SASL mechanism {}: set sasl.mechanisms in "
          "kafka.properties to one of its mechanisms ({})",
          broker, MechanismOf(options), failure.reason);
    case Kind::kNoLogin:
      return fmt::format(
          "{} has a listener without SASL: set security.protocol in "
          "kafka.properties to PLAINTEXT or SSL, or use the port of a listener "
          "with SASL",
          broker);
    case Kind::kCertificate:
      return fmt::format(
          "{} has a certificate that cannot be verified ({}): set "
          "ssl.ca.location in kafka.properties to the file of the authority "
          "that signed it, and use a broker name in kafka.brokers that is in "
          "the certificate",
          broker, failure.reason);
    case Kind::kClientCertificate:
      return fmt::format(
          "{} does not accept the client's certificate ({}): set "
          "ssl.certificate.location and ssl.key.location in kafka.properties",
          broker, failure.reason);
    case Kind::kListenerWithoutTls:
      return fmt::format(
          "{} ends the TLS handshake, as a listener without TLS does ({}): set "
          "security.protocol in kafka.properties to PLAINTEXT or "
          "SASL_PLAINTEXT, or use the port of a listener with TLS",
          broker, failure.reason);
    case Kind::kListenerWithTls:
      return fmt::format(
          "{} ends the connection before it answers, as a listener with TLS "
          "does: set security.protocol in kafka.properties to SSL or SASL_SSL, "
          "or use the port of a listener without TLS",
          broker);
    case Kind::kListenerWithLogin:
      return fmt::format(
          "{} ends the connection at the first request, as a listener with "
          "SASL does: set security.protocol in kafka.properties to SASL_SSL or "
          "SASL_PLAINTEXT, and sasl.mechanisms, sasl.username and "
          "sasl.password",
          broker);
    case Kind::kUnknownHost:
      return fmt::format("{}: the name does not resolve ({})", broker,
                         failure.reason);
    case Kind::kUnreachable:
    case Kind::kOther:
      break;
  }
  return fmt::format("{}: {}", broker, failure.reason);
}

}  // namespace newsmill::kafka
