// Converts messages and offsets between librdkafka's structs and newsmill's.
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

/// Returns a copy of a message. A copy is needed because the payload is in a
/// fetch buffer of many messages: a message that is kept would keep the whole
/// buffer, outside the byte budget.
model::RawMessage CopyMessage(const rd_kafka_message_t& message);

HeadersHandle MakeHeaders(const model::Headers& headers);

/// Sends a copy of the key and the value, each of which may be null or empty.
/// Takes ownership of the headers if it succeeds. The delivery report contains
/// `index`.
rd_kafka_resp_err_t ProduceCopy(rd_kafka_t* producer, rd_kafka_topic_t* topic,
                                std::optional<std::string_view> key,
                                std::optional<std::string_view> value,
                                HeadersHandle& headers, size_t index);

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress);

/// Returns the bytes of the consumer's group metadata. They are empty while the
/// consumer is not a member of the group. The coordinator does not fence
/// metadata without a member.
std::string WriteGroupMetadata(rd_kafka_t* consumer);
/// Returns the group metadata in the bytes of WriteGroupMetadata, or null if
/// the bytes are invalid.
GroupMetadataHandle ReadGroupMetadata(const std::string& bytes);

}  // namespace newsmill::kafka
