// The client for questions about the cluster. It is the first to log in, so it
// is the one that explains why a login fails.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "connect_failures.h"
#include "handles.h"
#include "metadata.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// It creates no topic by asking for it, whatever the brokers' settings. Not
/// thread-safe.
class AdminClient {
 public:
  static std::expected<AdminClient, Error> Make(const Options& options);

  rd_kafka_t* get() const { return client_.get(); }

  /// Returns the brokers, and these topics, each with its own error: an answer
  /// about all topics would leave out those that this user must not see. Waits
  /// ten seconds at most. The error is misconfigured when trying again cannot
  /// help: a rejected login, a certificate that cannot be verified, a listener
  /// of another protocol.
  std::expected<MetadataHandle, Error> FetchMetadata(
      std::span<const std::string> topics) const;

  /// Whether a broker answers at all, be it that it then asks for a login.
  /// Waits for two seconds at most.
  bool IsAnswered() const;

  /// "no answer", and the latest failed connection where there is one.
  std::string NoAnswer() const;

 private:
  AdminClient(const Options& options, std::unique_ptr<ConnectFailures> failures,
              ClientHandle client);

  Options options_;
  std::unique_ptr<ConnectFailures> failures_;  // outlives the client
  ClientHandle client_;
};

}  // namespace newsmill::kafka
