#include "watermarks.h"

#include <vector>

#include "messages.h"

namespace newsmill::kafka {
namespace {

constexpr int kTimeoutMs = 10'000;

/// The offsets that stand at one end of the log.
std::expected<PartitionsHandle, rd_kafka_resp_err_t> OffsetsAt(
    rd_kafka_t* client, const std::string& topic,
    std::span<const int32_t> partitions, int64_t end) {
  std::vector<pipeline::Progress> wanted;
  wanted.reserve(partitions.size());
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, end, ""});
  }
  PartitionsHandle list = MakePartitions(topic, wanted);
  rd_kafka_resp_err_t code =
      rd_kafka_offsets_for_times(client, list.get(), kTimeoutMs);
  for (int i = 0; code == RD_KAFKA_RESP_ERR_NO_ERROR && i < list->cnt; ++i) {
    code = list->elems[i].err;
  }
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return std::unexpected(code);
  return list;
}

}  // namespace

std::expected<std::map<int32_t, Watermarks>, rd_kafka_resp_err_t>
FetchWatermarks(rd_kafka_t* client, const std::string& topic,
                std::span<const int32_t> partitions) {
  const auto low =
      OffsetsAt(client, topic, partitions, RD_KAFKA_OFFSET_BEGINNING);
  if (!low) return std::unexpected(low.error());
  const auto high = OffsetsAt(client, topic, partitions, RD_KAFKA_OFFSET_END);
  if (!high) return std::unexpected(high.error());
  std::map<int32_t, Watermarks> watermarks;
  for (int i = 0; i < (*low)->cnt; ++i) {
    watermarks[(*low)->elems[i].partition].low = (*low)->elems[i].offset;
  }
  for (int i = 0; i < (*high)->cnt; ++i) {
    watermarks[(*high)->elems[i].partition].high = (*high)->elems[i].offset;
  }
  return watermarks;
}

}  // namespace newsmill::kafka
