// The ends of the assigned partitions, as far as the client knows them without
// a request.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "handles.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::kafka {

/// Computes the end of each assigned partition. The end that a broker reports
/// includes commit markers and aborted records, which are never delivered. So
/// the reported end can stay above the last message. At the end of a partition,
/// librdkafka reports the offset up to which the client has read, including
/// markers. The computed end does not include the offsets between the last
/// message and this offset.
///
///   delivered ──┐        ┌── read ┌── high
///   … m m m m m │ x x x  │ m m m  │       end = delivered + (high - read)
///
/// If only a range is read, offsets after the range do not count.
///
/// Not thread-safe: the intake thread owns it.
class PartitionEnds {
 public:
  /// Starts with the partitions in `starts`, and forgets all others. For
  /// `reading` see Options::reading.
  void Start(const std::string& topic,
             std::span<const pipeline::Progress> starts,
             std::span<const model::PartitionRange> reading);
  void OnMessage(int32_t partition, int64_t offset);
  /// Handles the end of a partition. `event` is an error,
  /// RD_KAFKA_RESP_ERR__PARTITION_EOF. Returns the offsets after the last
  /// message, if there are any. These offsets hold no message. They must be
  /// committed, because otherwise they look like lost messages after the broker
  /// has deleted them.
  std::optional<pipeline::Passed> OnEnd(rd_kafka_event_t* event);

  /// Reports PartitionEndsSeen, about once a second. Call it often.
  void ReportNowAndThen(rd_kafka_t* client, pipeline::Observer& observer);

 private:
  struct Lane {
    int64_t delivered = 0;  // offset after the last delivered message
    int64_t read = 0;  // offset after the last one read; not below `delivered`
    // The upper bound of all of these.
    int64_t limit = std::numeric_limits<int64_t>::max();
  };

  std::string topic_;
  std::map<int32_t, Lane> lanes_;
  std::chrono::steady_clock::time_point reported_at_{};
};

}  // namespace newsmill::kafka
