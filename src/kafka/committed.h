// The group's committed offsets, asked of its coordinator.
#pragma once

#include <atomic>
#include <expected>
#include <span>
#include <vector>

#include "handles.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/io.h"

namespace newsmill::kafka {

/// With the notes that were committed beside them. Offsets that an open
/// transaction is about to commit are waited for (`require_stable`, KIP-447),
/// so what comes back cannot change behind our back. A partition without an
/// offset begins where `options.start` says; one whose offset has expired, at
/// the first message that is left, and `observer` is told what was lost. An
/// offset beyond the end is an error: the topic may be another one.
/// Fails soon after `interrupted` is set.
std::expected<std::vector<pipeline::Standing>, pipeline::PublishError>
FetchCommitted(rd_kafka_t* client, const Options& options,
               std::span<const int32_t> partitions,
               pipeline::Observer& observer,
               const std::atomic<bool>& interrupted);

}  // namespace newsmill::kafka
