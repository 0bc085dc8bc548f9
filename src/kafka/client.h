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

/// Returns a configuration with three parts: `defaults`, then the
/// `kafka.properties` that this kind of client knows, then `fixed`. Users
/// cannot override `fixed`, because newsmill's guarantees depend on it.
/// `observer` gets the lines that the client logs, and must outlive the client.
/// If `observer` is null, these lines are dropped.
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

/// Reports a line that librdkafka logs to `observer`. librdkafka's log
/// callbacks call this function.
void ReportClientLog(pipeline::Observer& observer, const rd_kafka_t* client,
                     int level, const char* facility, const char* text);

/// Creates a client. Takes ownership of the configuration.
std::expected<ClientHandle, Error> MakeClient(ClientKind kind, ConfHandle conf);

}  // namespace newsmill::kafka
