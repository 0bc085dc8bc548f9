// Checks and sets librdkafka's properties.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "client.h"
#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"

namespace newsmill::kafka {

/// Returns whether a client of this kind has the property. Returns true for a
/// property that librdkafka does not know, so that SetProperty reports an
/// error.
bool IsKnownTo(ClientKind kind, const std::string& property);

/// Sets the property. The error does not contain a value that may be a secret.
std::expected<void, Error> SetProperty(rd_kafka_conf_t* conf,
                                       std::string_view name,
                                       const std::string& value);

/// The oldest version of librdkafka that can log in to Kafka 4 by SCRAM.
inline constexpr const char* kFirstScramVersion = "2.6.1";
/// Returns whether the linked librdkafka can log in to Kafka 4 by SCRAM.
bool LibraryHasScram();
bool UsesScram(const Options& options);

}  // namespace newsmill::kafka
