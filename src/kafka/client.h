// Creates librdkafka's clients and their configurations.
#pragma once

#include <expected>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::kafka {

enum class ClientKind { kConsumer, kProducer };

using Setting = std::pair<std::string_view, std::string>;

/// Returns a configuration. Sets `defaults` first. Then sets each property of
/// `kafka.properties` that a client of this kind has. Sets `fixed` last, so
/// that users cannot override these properties: newsmill's guarantees depend on
/// them. `observer` gets the log lines of the client, and must outlive the
/// client. If `observer` is null, the log lines are dropped.
std::expected<ConfHandle, Error> MakeConf(
    ClientKind kind, const Options& options, pipeline::Observer* observer,
    std::initializer_list<Setting> defaults,
    std::initializer_list<Setting> fixed);

/// Returns the configuration of the consumer of topics.raw.
std::expected<ConfHandle, Error> MakeConsumerConf(const Options& options,
                                                  pipeline::Observer* observer);

/// Returns the configuration of the transactional producer of the output
/// topics.
std::expected<ConfHandle, Error> MakeProducerConf(
    const Options& options, const std::string& transactional_id,
    pipeline::Observer* observer);

/// Passes a log line of librdkafka to `observer`. The log callbacks of the
/// clients call this function.
void ReportClientLog(pipeline::Observer& observer, const rd_kafka_t* client,
                     int level, const char* facility, const char* text);

/// Creates a client. Takes ownership of the configuration.
std::expected<ClientHandle, Error> MakeClient(ClientKind kind, ConfHandle conf);

}  // namespace newsmill::kafka
