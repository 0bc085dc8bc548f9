// The ends of the assigned partitions, as the client knows them without asking.
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

/// The end that a broker reports counts commit markers and aborted records,
/// which are never delivered. So it may be above the last message for ever. The
/// event of a partition's end says how far the client has read, including
/// markers. Offsets between the last message and there do not count.
///
///   delivered ──┐        ┌── read ┌── high
///   … m m m m m │ x x x  │ m m m  │       end = delivered + (high - read)
///
/// If only a range is read, nothing after it counts.
///
/// Not thread-safe: the intake thread owns it.
class PartitionEnds {
 public:
  /// `reading`: Options::reading.
  void Start(const std::string& topic,
             std::span<const pipeline::Progress> starts,
             std::span<const model::PartitionRange> reading);
  void OnMessage(int32_t partition, int64_t offset);
  /// `event` is an error, RD_KAFKA_RESP_ERR__PARTITION_EOF. Returns the offsets
  /// after the last message, where there are some: they hold no message, and
  /// unless they are committed, retention makes them look like a loss.
  std::optional<pipeline::Passed> OnEnd(rd_kafka_event_t* event);

  /// Reports PartitionEndsSeen, about once a second. Call it often.
  void ReportNowAndThen(rd_kafka_t* client, pipeline::Observer& observer);

 private:
  struct Lane {
    int64_t delivered = 0;  // after the last message
    int64_t read = 0;       // after the last offset read; not below `delivered`
    int64_t limit = std::numeric_limits<int64_t>::max();  // of all of these
  };

  std::string topic_;
  std::map<int32_t, Lane> lanes_;
  std::chrono::steady_clock::time_point reported_at_{};
};

}  // namespace newsmill::kafka
