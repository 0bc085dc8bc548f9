// The first and the next offset of partitions, asked of their leaders.
//
// By rd_kafka_offsets_for_times: rd_kafka_query_watermark_offsets of librdkafka
// 2.0 returns at the first of its two answers when that is an error, and the
// second answer is written into a stack frame that is gone.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <span>
#include <string>

#include "handles.h"

namespace newsmill::kafka {

/// By partition: the first offset whose timestamp is at or after `time`, in
/// milliseconds, or RD_KAFKA_OFFSET_END where there is none. `time` may be
/// RD_KAFKA_OFFSET_BEGINNING or RD_KAFKA_OFFSET_END, for these ends. A client
/// that reads committed gets the last stable offset as the end. Where a leader
/// has moved, the new one is found and asked. Waits at most 8 s.
std::expected<std::map<int32_t, int64_t>, rd_kafka_resp_err_t> FetchOffsetsAt(
    rd_kafka_t* client, const std::string& topic,
    std::span<const int32_t> partitions, int64_t time);

struct Watermarks {
  int64_t low = 0;   // the first that is left
  int64_t high = 0;  // the next that will be written
};

/// By partition. Waits at most 16 s.
std::expected<std::map<int32_t, Watermarks>, rd_kafka_resp_err_t>
FetchWatermarks(rd_kafka_t* client, const std::string& topic,
                std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
