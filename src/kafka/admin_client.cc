#include "admin_client.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "client.h"
#include "fmt/format.h"

namespace newsmill::kafka {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kTimeout{10'000};
// The time-out of the first request. After each request, FetchMetadata checks
// for failures that a retry cannot remove, such as a wrong password. The
// time-out is short, so that this check comes soon.
constexpr milliseconds kFirstRequest{500};
constexpr milliseconds kProbeTimeout{2'000};

void ReportFailure(const rd_kafka_t* client, int /*level*/,
                   const char* facility, const char* text) {
  static_cast<ConnectFailures*>(rd_kafka_opaque(client))->Note(facility, text);
}

/// Tests whether the broker expects the other protocol. If `failure` suggests
/// that the broker expects TLS, connects with TLS, and otherwise without TLS.
/// Returns whether the broker answers this client. The client sends no
/// credentials, because it does not verify the server.
bool AnswersOtherProtocol(const ConnectFailure& failure,
                          const Options& options) {
  const bool tls = failure.kind == ConnectFailureKind::kListenerWithTls;
  Options other = options;
  other.brokers = failure.broker;
  std::erase_if(other.properties, [](const auto& property) {
    return property.first.find("sasl") != std::string::npos ||
           property.first.find("ssl") != std::string::npos;
  });
  other.properties["security.protocol"] = tls ? "SSL" : "PLAINTEXT";
  if (tls) other.properties["enable.ssl.certificate.verification"] = "false";
  const auto client = AdminClient::Make(other);
  return client && client->IsAnswered();
}

}  // namespace

AdminClient::AdminClient(const Options& options,
                         std::unique_ptr<ConnectFailures> failures,
                         ClientHandle client)
    : options_(options),
      failures_(std::move(failures)),
      client_(std::move(client)) {}

std::expected<AdminClient, Error> AdminClient::Make(const Options& options) {
  auto conf = MakeConf(ClientKind::kConsumer, options, nullptr,
                       {{"client.id", "newsmill-topics"},
                        // This client has no group, so it does not use this
                        // property. But librdkafka requires that
                        // session.timeout.ms is not above max.poll.interval.ms.
                        // Both properties have the same values for the consumer
                        // of topics.raw.
                        {"session.timeout.ms", "15000"},
                        {"max.poll.interval.ms", "60000"}},
                       // librdkafka logs the reason of a failed connection at
                       // level 6. ConnectFailures reads these log lines.
                       {{"log_level", "6"},
                        {"log.connection.close", "true"},
                        // A request for a topic must not create the topic.
                        {"allow.auto.create.topics", "false"}});
  if (!conf) return std::unexpected(conf.error());
  auto failures = std::make_unique<ConnectFailures>();
  rd_kafka_conf_set_opaque(conf->get(), failures.get());
  rd_kafka_conf_set_log_cb(conf->get(), &ReportFailure);
  auto client = MakeClient(ClientKind::kConsumer, *std::move(conf));
  if (!client) return std::unexpected(client.error());
  return AdminClient(options, std::move(failures), *std::move(client));
}

std::expected<MetadataHandle, Error> AdminClient::FetchMetadata(
    std::span<const std::string> topics) const {
  std::vector<TopicHandle> asked_for;
  for (const std::string& topic : topics) {
    asked_for.emplace_back(rd_kafka_topic_new(get(), topic.c_str(), nullptr));
  }
  const auto deadline = Clock::now() + kTimeout;
  milliseconds patience = kFirstRequest;
  while (true) {
    const auto left =
        std::max(milliseconds(1),
                 std::chrono::ceil<milliseconds>(deadline - Clock::now()));
    const rd_kafka_metadata_t* metadata = nullptr;
    const rd_kafka_resp_err_t code =
        rd_kafka_metadata(get(), /*all_topics=*/0, nullptr, &metadata,
                          static_cast<int>(std::min(patience, left).count()));
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) return MetadataHandle(metadata);
    const auto failure = failures_->Final(options_);
    if (failure && (!MayBeAProxy(failure->kind) ||
                    AnswersOtherProtocol(*failure, options_))) {
      return Misconfigured(Describe(*failure, options_));
    }
    if (Clock::now() >= deadline) {
      const auto latest = failures_->Latest();
      return std::unexpected(Error{fmt::format(
          "no broker of {} answers within 10 s ({}); check kafka.brokers, and "
          "the security settings in kafka.properties",
          options_.brokers,
          latest ? Describe(*latest, options_) : Describe(code))});
    }
    patience *= 2;
  }
}

bool AdminClient::IsAnswered() const {
  const auto deadline = Clock::now() + kProbeTimeout;
  while (Clock::now() < deadline) {
    const rd_kafka_metadata_t* answer = nullptr;
    const rd_kafka_resp_err_t code = rd_kafka_metadata(
        get(), 0, nullptr, &answer, static_cast<int>(kFirstRequest.count()));
    const MetadataHandle metadata(answer);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) return true;
    const auto latest = failures_->Latest();
    if (latest && (latest->kind == ConnectFailureKind::kListenerWithLogin ||
                   latest->kind == ConnectFailureKind::kClientCertificate)) {
      return true;
    }
  }
  return false;
}

std::string AdminClient::NoAnswer() const {
  const auto latest = failures_->Latest();
  return latest ? "no answer; " + Describe(*latest, options_) : "no answer";
}

}  // namespace newsmill::kafka
