// Computes the end offsets of the assigned partitions. Uses only values that
// the client knows already, and sends no request to a broker.
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

/// Computes an end offset for each assigned partition. The end offset that a
/// broker reports (`high`) also counts commit markers and aborted records.
/// These are never delivered, so some offsets would seem to be unread for ever.
/// When the client reaches the end of a partition, librdkafka reports the
/// offset up to which the client has read (`read`), including markers. The
/// computed end offset does not count the offsets between the last delivered
/// message and `read`.
///
///   delivered ──┐        ┌── read ┌── high
///   … m m m m m │ x x x  │ m m m  │       end = delivered + (high - read)
///
/// (m: a message, x: a commit marker or an aborted record)
///
/// If only a range is read, offsets after the range do not count.
///
/// Not thread-safe: the intake thread owns it.
class PartitionEnds {
 public:
  /// Begins an assignment of the partitions in `starts`, and forgets all other
  /// partitions. For `reading` see Options::reading.
  void Start(const std::string& topic,
             std::span<const pipeline::Progress> starts,
             std::span<const model::PartitionRange> reading);
  void OnMessage(int32_t partition, int64_t offset);
  /// Handles the event that the client has reached the end of a partition.
  /// `event` has the error code RD_KAFKA_RESP_ERR__PARTITION_EOF. If there are
  /// offsets without a message after the last message, returns these offsets.
  /// The caller must commit them. Otherwise they would count as lost messages
  /// after the broker has deleted them.
  std::optional<pipeline::Passed> OnEnd(rd_kafka_event_t* event);

  /// Reports PartitionEndsSeen if the last report is about a second old. Call
  /// it often.
  void ReportNowAndThen(rd_kafka_t* client, pipeline::Observer& observer);

 private:
  struct Lane {
    int64_t delivered = 0;  // offset after the last delivered message
    // The offset up to which the client has read. Never below `delivered`.
    int64_t read = 0;
    // The end offset of the range to read. `delivered` never exceeds it.
    int64_t limit = std::numeric_limits<int64_t>::max();
  };

  std::string topic_;
  std::map<int32_t, Lane> lanes_;
  std::chrono::steady_clock::time_point reported_at_{};
};

}  // namespace newsmill::kafka
