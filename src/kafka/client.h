// The configurations of our clients.
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

/// `defaults`, then `kafka.properties` that this kind of client knows, then
/// `fixed`, which carry the guarantees. The client's log goes to `observer`,
/// which must outlive the client; null: no log.
std::expected<ConfHandle, Error> MakeConf(
    ClientKind kind, const Options& options, pipeline::Observer* observer,
    std::initializer_list<Setting> defaults,
    std::initializer_list<Setting> fixed);

/// The group member on topics.raw.
std::expected<ConfHandle, Error> MakeConsumerConf(const Options& options,
                                                  pipeline::Observer* observer);

/// The transactional producer of the output topics.
std::expected<ConfHandle, Error> MakeProducerConf(
    const Options& options, const std::string& transactional_id,
    pipeline::Observer* observer);

/// A line of librdkafka's log, for log callbacks.
void NoteClientLog(pipeline::Observer& observer, const rd_kafka_t* client,
                   int level, const char* facility, const char* text);

/// Takes the configuration.
std::expected<ClientHandle, Error> MakeClient(ClientKind kind, ConfHandle conf);

}  // namespace newsmill::kafka
