// Unpacks gzip (RFC 1952) and zstd (RFC 8878) bodies in bounded memory.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

bool IsPacked(std::string_view bytes);  // checks the first bytes

/// Returns the contents of all members or frames, without skippable frames
/// (RFC 8878, section 3.1.2) and without padding after each of them. Returns
/// `decompression` for invalid or incomplete data, and `limit` if the contents
/// exceed `max_bytes`. Does not trust the sizes in the headers of members and
/// frames. If the contents are packed again, does not unpack them. REQUIRES:
/// IsPacked(bytes).
std::expected<std::string, model::Rejection> Unpack(std::string_view bytes,
                                                    int64_t max_bytes);

}  // namespace newsmill::input
