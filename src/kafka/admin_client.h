// The client for requests about the cluster. It is the first client to log in,
// so it explains why a login fails.
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

/// A request for a topic never creates it, whatever the brokers' settings. Not
/// thread-safe.
class AdminClient {
 public:
  static std::expected<AdminClient, Error> Make(const Options& options);

  rd_kafka_t* get() const { return client_.get(); }

  /// Returns the brokers and these topics, each topic with its own error. (A
  /// request for all topics would leave out those that this user must not see.)
  /// Waits at most 10 s. The error is misconfigured if a retry cannot help: a
  /// rejected login, an invalid certificate, a listener of another protocol.
  std::expected<MetadataHandle, Error> FetchMetadata(
      std::span<const std::string> topics) const;

  /// Returns whether a broker answers at all, even if it then asks for a login.
  /// Waits at most 2 s.
  bool IsAnswered() const;

  /// Returns "no answer", with the latest failed connection if there is one.
  std::string NoAnswer() const;

 private:
  AdminClient(const Options& options, std::unique_ptr<ConnectFailures> failures,
              ClientHandle client);

  Options options_;
  std::unique_ptr<ConnectFailures> failures_;  // outlives the client
  ClientHandle client_;
};

}  // namespace newsmill::kafka
