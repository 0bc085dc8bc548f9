// The encoding of the fingerprint log's entries. Little-endian, fixed order of
// fields, one version number a layout:
//
//   magic "nm" · layout version u8 · kind u8 · anchor (offset i64, hash u64) ·
//   the entry's fields in the order of model/log_entry.h; a text is its length
//   u16 and its bytes, a list its length u32 and its elements
//
// A fingerprint entry takes a little under 400 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/model/log_entry.h"

namespace newsmill::output {

/// Returns the bytes of `entry`.
std::string EncodeLogEntry(const model::LogEntry& entry);

/// Returns the entry that `bytes` hold, an UnknownEntry if they cannot be read
/// completely. Accepts any bytes.
model::LogEntry DecodeLogEntry(std::string_view bytes);

}  // namespace newsmill::output
