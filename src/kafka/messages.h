// Converts messages and offsets between librdkafka's structs and ours.
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

/// Returns a copy. The payload points into a fetch buffer of many messages; a
/// held message would hold all of it, outside the byte budget.
model::RawMessage CopyMessage(const rd_kafka_message_t& message);

HeadersHandle MakeHeaders(const model::Headers& headers);

/// Sends a copy of key and value; null and empty differ. Takes the headers if
/// it succeeds. The delivery report returns `index`.
rd_kafka_resp_err_t ProduceCopy(rd_kafka_t* producer, rd_kafka_topic_t* topic,
                                std::optional<std::string_view> key,
                                std::optional<std::string_view> value,
                                HeadersHandle& headers, size_t index);

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress);

/// Returns the bytes of the consumer's group metadata. Empty while it is no
/// member of the group: the coordinator does not fence metadata without a
/// member.
std::string WriteGroupMetadata(rd_kafka_t* consumer);
/// The reverse. Returns null if the bytes are invalid.
GroupMetadataHandle ReadGroupMetadata(const std::string& bytes);

}  // namespace newsmill::kafka
