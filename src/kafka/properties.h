// librdkafka's properties: which there are, and which values they take.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "client.h"
#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// True for an unknown property too: to set it then says what is wrong.
bool IsKnownTo(ClientKind kind, const std::string& property);

/// The error does not repeat a value that may be a secret.
std::expected<void, Error> SetProperty(rd_kafka_conf_t* conf,
                                       std::string_view name,
                                       const std::string& value);

/// The first version of librdkafka that logs in to Kafka 4 by SCRAM.
inline constexpr const char* kFirstScramVersion = "2.6.1";
/// Whether the linked one does.
bool LibraryHasScram();
bool UsesScram(const Options& options);

}  // namespace newsmill::kafka
