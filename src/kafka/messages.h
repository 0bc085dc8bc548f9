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

/// Returns a copy of a message. Without the copy, one message in flight would
/// keep its whole fetch buffer in memory. The byte budget does not count the
/// other messages in this buffer.
model::RawMessage CopyMessage(const rd_kafka_message_t& message);

HeadersHandle MakeHeaders(const model::Headers& headers);

/// Sends a message with a copy of `key` and `value`. Both may be null or empty.
/// If the call succeeds, takes ownership of the headers. The delivery report
/// contains `index`.
rd_kafka_resp_err_t ProduceCopy(rd_kafka_t* producer, rd_kafka_topic_t* topic,
                                std::optional<std::string_view> key,
                                std::optional<std::string_view> value,
                                HeadersHandle& headers, size_t index);

PartitionsHandle MakePartitions(const std::string& topic,
                                std::span<const pipeline::Progress> progress);

/// Returns the bytes of the consumer's group metadata. Returns no bytes while
/// the consumer is not a member of the group, because the coordinator would
/// accept metadata without a member id even from a fenced worker.
std::string WriteGroupMetadata(rd_kafka_t* consumer);
/// Returns the group metadata that WriteGroupMetadata has written to `bytes`,
/// or null if `bytes` are invalid.
GroupMetadataHandle ReadGroupMetadata(const std::string& bytes);

}  // namespace newsmill::kafka
