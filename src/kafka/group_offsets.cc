#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "committed.h"
#include "denial.h"
#include "newsmill/kafka/range.h"

namespace newsmill::kafka {
namespace {

// After this many failed requests in a row, the client is replaced, because the
// client may be the cause of the failures.
constexpr int kMostFailures = 3;
constexpr std::chrono::seconds kPatience{10};
constexpr int kAskAgainMs = 200;

/// Returns whether the group's coordinator is loading or moving. This happens,
/// for example, when the cluster has just started.
bool IsCoordinatorNotReady(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR_NOT_COORDINATOR ||
         code == RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE ||
         code == RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS;
}

class GroupClient {
 public:
  explicit GroupClient(const Options& options) : options_(options) {
    partitions_.reserve(options.reading.size());
    for (const model::PartitionRange& range : options.reading) {
      partitions_.push_back(range.partition);
    }
  }

  std::expected<void, Error> Connect() {
    auto made = MakeOffsetsClient(options_);
    if (!made) return std::unexpected(made.error());
    client_ = *std::move(made);
    failures_ = 0;
    return {};
  }

  std::expected<GroupOffsets, Error> Fetch() {
    if (failures_ >= kMostFailures) {
      if (auto connected = Connect(); !connected) {
        return std::unexpected(connected.error());
      }
    }
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    auto progress = FetchProgress(client_.get(), options_, partitions_);
    while (!progress && IsCoordinatorNotReady(progress.error()) &&
           std::chrono::steady_clock::now() < deadline) {
      rd_kafka_poll(client_.get(), kAskAgainMs);
      progress = FetchProgress(client_.get(), options_, partitions_);
    }
    if (!progress) {
      ++failures_;
      return std::unexpected(
          Error{"cannot fetch the committed offsets: " +
                DescribeInputFailure(options_, progress.error())});
    }
    failures_ = 0;
    GroupOffsets offsets;
    for (const pipeline::Progress& one : *progress) {
      offsets.committed[one.partition] = one.next_offset;
      offsets.expired[one.partition] = one.metadata.expired;
    }
    return offsets;
  }

 private:
  const Options options_;
  std::vector<int32_t> partitions_;
  ClientHandle client_;
  int failures_ = 0;  // failed requests in a row with client_
};

}  // namespace

std::expected<GroupOffsetsFetcher, Error> MakeGroupOffsetsFetcher(
    const Options& options) {
  auto group = std::make_shared<GroupClient>(options);
  if (auto connected = group->Connect(); !connected) {
    return std::unexpected(connected.error());
  }
  return [group] { return group->Fetch(); };
}

}  // namespace newsmill::kafka
