#include "watermarks.h"

#include <vector>

#include "messages.h"

namespace newsmill::kafka {
namespace {

constexpr int kTimeoutMs = 10'000;

}  // namespace

std::expected<std::map<int32_t, int64_t>, rd_kafka_resp_err_t> FetchOffsetsAt(
    rd_kafka_t* client, const std::string& topic,
    std::span<const int32_t> partitions, int64_t time) {
  std::vector<pipeline::Progress> wanted;
  wanted.reserve(partitions.size());
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, time, ""});
  }
  const PartitionsHandle list = MakePartitions(topic, wanted);
  rd_kafka_resp_err_t code =
      rd_kafka_offsets_for_times(client, list.get(), kTimeoutMs);
  for (int i = 0; code == RD_KAFKA_RESP_ERR_NO_ERROR && i < list->cnt; ++i) {
    code = list->elems[i].err;
  }
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return std::unexpected(code);
  std::map<int32_t, int64_t> offsets;
  for (int i = 0; i < list->cnt; ++i) {
    offsets[list->elems[i].partition] = list->elems[i].offset;
  }
  return offsets;
}

std::expected<std::map<int32_t, Watermarks>, rd_kafka_resp_err_t>
FetchWatermarks(rd_kafka_t* client, const std::string& topic,
                std::span<const int32_t> partitions) {
  const auto low =
      FetchOffsetsAt(client, topic, partitions, RD_KAFKA_OFFSET_BEGINNING);
  if (!low) return std::unexpected(low.error());
  const auto high =
      FetchOffsetsAt(client, topic, partitions, RD_KAFKA_OFFSET_END);
  if (!high) return std::unexpected(high.error());
  std::map<int32_t, Watermarks> watermarks;
  for (const auto& [partition, offset] : *low) {
    watermarks[partition] = {offset, high->at(partition)};
  }
  return watermarks;
}

}  // namespace newsmill::kafka
