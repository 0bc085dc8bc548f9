// The group's committed offsets, asked of its coordinator.
#pragma once

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
/// offset begins where `options.start` says. Blocks for some seconds at most.
std::expected<std::vector<pipeline::Progress>, pipeline::PublishError>
FetchCommitted(rd_kafka_t* client, const Options& options,
               std::span<const int32_t> partitions);

}  // namespace newsmill::kafka
