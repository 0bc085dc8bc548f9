// Rejections `limit` of feeds that are too large. Each one names its option.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

model::Rejection TooManyItems(const Options& options);
model::Rejection TooManyNames(const Options& options);

/// Returns `limit` if `copies` copies of `bytes` exceed max_unpacked_bytes. A
/// value that a feed states once is copied into every item.
std::optional<model::Rejection> TooMuchCopied(size_t bytes, size_t copies,
                                              const Options& options);

}  // namespace newsmill::input
