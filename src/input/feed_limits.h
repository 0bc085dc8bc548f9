// Creates rejections with the reason `limit` for feeds that are too large. Each
// rejection names the exceeded option.
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

model::Rejection TooManyItems(const Options& options);
model::Rejection TooManyNames(const Options& options);

/// Returns the rejection `limit` if `copies` copies of `bytes` exceed
/// max_unpacked_bytes. Values that a feed contains once are copied into every
/// item, so a small feed can need much memory.
std::optional<model::Rejection> TooMuchCopied(size_t bytes, size_t copies,
                                              const Options& options);

}  // namespace newsmill::input
