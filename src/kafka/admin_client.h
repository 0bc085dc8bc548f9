// Asks the brokers about the cluster and its topics. AdminClient is the first
// client that connects to the brokers. So its errors explain why a connection
// or login fails.
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

/// Asks about the cluster. A request for a topic never creates the topic, even
/// if the brokers allow automatic creation. Not thread-safe.
class AdminClient {
 public:
  static std::expected<AdminClient, Error> Make(const Options& options);

  rd_kafka_t* get() const { return client_.get(); }

  /// Returns the brokers, and the topics whose names are in `topics`. Each
  /// topic has its own error code. (A request for all topics would be simpler.
  /// But the answer would omit each topic that the user has no permission to
  /// see.) Waits at most 10 s. The error is a misconfiguration if a retry
  /// cannot help: a rejected login, an invalid certificate, or a listener with
  /// another protocol.
  std::expected<MetadataHandle, Error> FetchMetadata(
      std::span<const std::string> topics) const;

  /// Returns whether a broker answers. A broker that only demands a login has
  /// answered, too. Waits at most 2 s.
  bool IsAnswered() const;

  /// Returns "no answer". If a connection has failed, adds a description of the
  /// latest failure.
  std::string NoAnswer() const;

 private:
  AdminClient(const Options& options, std::unique_ptr<ConnectFailures> failures,
              ClientHandle client);

  Options options_;
  std::unique_ptr<ConnectFailures> failures_;  // must outlive the client
  ClientHandle client_;
};

}  // namespace newsmill::kafka
