// The bytes of the fingerprint log's entries. Little-endian, fixed order of
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

std::string EncodeLogEntry(const model::LogEntry& entry);

/// What cannot be read, in part or in whole, is an UnknownEntry: no bytes can
/// hurt a worker.
model::LogEntry DecodeLogEntry(std::string_view bytes);

}  // namespace newsmill::output
