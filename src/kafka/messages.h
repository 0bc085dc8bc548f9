// Messages and offsets between librdkafka's structs and ours.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handles.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/progress.h"

namespace newsmill::kafka {

/// Copies: the payload points into a fetch buffer of many messages, and a kept
/// message would keep all of it, past any byte budget.
model::RawMessage CopyMessage(const rd_kafka_message_t& message);

HeadersHandle MakeHeaders(const model::Headers& headers);

/// Copies key and value; null and empty are not the same. Takes the headers
/// when it succeeds. `index` comes back in the delivery report.
rd_kafka_resp_err_t ProduceCopy(rd_kafka_t* producer, rd_kafka_topic_t* topic,
                                std::optional<std::string_view> key,
                                std::optional<std::string_view> value,
                                HeadersHandle& headers, size_t index);

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress);

/// The bytes of the consumer's group metadata, and back. Empty when it is no
/// member just now: metadata without a member would be fenced by nobody.
std::string WriteMembership(rd_kafka_t* consumer);
GroupMetadataHandle ReadMembership(const std::string& bytes);

}  // namespace newsmill::kafka
