#include "watermarks.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "messages.h"
#include "metadata.h"

namespace newsmill::kafka {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kTimeout{8'000};
// The time-out of the first request. The time-out is short, because a leader
// that has just died does not answer, and the client should soon look for the
// new leader. Each further request has a longer time-out, because the leader
// may only be slow.
constexpr milliseconds kFirstQuestion{1'500};
// The pause between two requests while a leader is elected.
constexpr int kAskAgainMs = 100;

milliseconds Until(Clock::time_point deadline) {
  return std::max(milliseconds(0),
                  std::chrono::ceil<milliseconds>(deadline - Clock::now()));
}

using OffsetsAt =
    std::expected<std::map<int32_t, int64_t>, rd_kafka_resp_err_t>;

OffsetsAt AskKnownLeaders(rd_kafka_t* client, const std::string& topic,
                          std::span<const int32_t> partitions, int64_t time,
                          milliseconds timeout) {
  std::vector<pipeline::Progress> wanted;
  wanted.reserve(partitions.size());
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, time, {}});
  }
  const PartitionsHandle list = MakePartitions(topic, wanted);
  rd_kafka_resp_err_t code = rd_kafka_offsets_for_times(
      client, list.get(), static_cast<int>(timeout.count()));
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

}  // namespace

std::expected<std::map<int32_t, int64_t>, rd_kafka_resp_err_t> FetchOffsetsAt(
    rd_kafka_t* client, const std::string& topic,
    std::span<const int32_t> partitions, int64_t time) {
  const auto deadline = Clock::now() + kTimeout;
  milliseconds patience = kFirstQuestion;
  for (int wait_ms = 0;; wait_ms = kAskAgainMs, patience *= 2) {
    auto offsets = AskKnownLeaders(client, topic, partitions, time,
                                   std::min(patience, Until(deadline)));
    if (offsets || !MeansAskElsewhere(offsets.error())) return offsets;
    (void)FetchTopicMetadata(client, topic,
                             std::min(kFirstQuestion, Until(deadline)));
    if (Clock::now() >= deadline) return offsets;
    rd_kafka_poll(client, wait_ms);
  }
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
