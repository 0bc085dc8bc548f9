// Unpacks gzip (RFC 1952) and zstd (RFC 8878) bodies, bounded.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

bool IsPacked(std::string_view bytes);  // by its magic bytes

/// All members or frames, one after the other. Refused: `decompression` when
/// broken or cut off, `limit` above `max_bytes`, whatever the sizes that the
/// headers claim. What is unpacked is not unpacked again.
/// REQUIRES: IsPacked(bytes).
std::expected<std::string, model::Rejection> Unpack(std::string_view bytes,
                                                    int64_t max_bytes);

}  // namespace newsmill::input
