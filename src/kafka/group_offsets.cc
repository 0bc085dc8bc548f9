#include <memory>
#include <utility>

#include "committed.h"
#include "newsmill/kafka/range.h"

namespace newsmill::kafka {

std::expected<CommittedOffsets, Error> AskCommittedOffsets(
    const Options& options) {
  auto made = MakeOffsetsClient(options);
  if (!made) return std::unexpected(made.error());
  std::vector<int32_t> partitions;
  partitions.reserve(options.reading.size());
  for (const model::PartitionRange& range : options.reading) {
    partitions.push_back(range.partition);
  }
  return [client = std::shared_ptr<rd_kafka_t>(*std::move(made)), options,
          partitions]() -> std::expected<std::map<int32_t, int64_t>, Error> {
    const auto progress = FetchProgress(client.get(), options, partitions);
    if (!progress) {
      return std::unexpected(Error{"cannot fetch the committed offsets: " +
                                   Describe(progress.error())});
    }
    std::map<int32_t, int64_t> offsets;
    for (const pipeline::Progress& one : *progress) {
      offsets[one.partition] = one.next_offset;
    }
    return offsets;
  };
}

}  // namespace newsmill::kafka
