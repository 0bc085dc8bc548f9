// Asks the leaders of partitions for the lowest retained offset and for the end
// offset.
//
// Uses rd_kafka_offsets_for_times, because rd_kafka_query_watermark_offsets of
// librdkafka 2.0 has a bug. If the first of its two requests fails, the
// function returns at once. librdkafka later writes the second answer into the
// function's stack frame, which does not exist any more.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <span>
#include <string>

#include "handles.h"

namespace newsmill::kafka {

/// For each partition, returns the offset of the first message with a timestamp
/// at or after `time` (in milliseconds). Returns RD_KAFKA_OFFSET_END if there
/// is no such message. `time` may also be RD_KAFKA_OFFSET_BEGINNING or
/// RD_KAFKA_OFFSET_END. For a client with read_committed, the end is the last
/// stable offset. If the leader of a partition has moved, finds the new leader.
/// Waits at most 8 s.
std::expected<std::map<int32_t, int64_t>, rd_kafka_resp_err_t> FetchOffsetsAt(
    rd_kafka_t* client, const std::string& topic,
    std::span<const int32_t> partitions, int64_t time);

struct Watermarks {
  int64_t low = 0;   // offset of the first message that is still retained
  int64_t high = 0;  // offset of the next message to be written
};

/// Returns the watermarks of each partition. Waits at most 16 s.
std::expected<std::map<int32_t, Watermarks>, rd_kafka_resp_err_t>
FetchWatermarks(rd_kafka_t* client, const std::string& topic,
                std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
