// Where the assigned partitions end, as the client knows without asking.
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

/// The end that a broker tells counts commit markers and aborted records, which
/// are never delivered: behind the last message it stays ahead of it for ever.
/// The event of a partition's end says how far the client has read, markers and
/// all; what stands between that and the last message does not count.
///
///   delivered ──┐        ┌── read ┌── high
///   … m m m m m │ x x x  │ m m m  │       end = delivered + (high - read)
///
/// Where only a range is read, nothing is beyond its end.
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

  /// About once a second.
  void TellNowAndThen(rd_kafka_t* client, pipeline::Observer& observer);

 private:
  struct Lane {
    int64_t delivered = 0;  // behind the last message
    int64_t read = 0;       // behind what was read, never less
    int64_t limit = std::numeric_limits<int64_t>::max();  // of all of these
  };

  std::string topic_;
  std::map<int32_t, Lane> lanes_;
  std::chrono::steady_clock::time_point told_at_{};
};

}  // namespace newsmill::kafka
