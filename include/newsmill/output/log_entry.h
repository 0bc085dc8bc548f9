// Encodes and decodes the entries of the fingerprint log. An encoded entry has
// these fields in this order:
//
//   magic "nm" · layout version u8 · kind u8 · anchor (offset i64, hash u64) ·
//   the entry's fields in the order of model/log_entry.h
//
// Integers are little-endian. A text is encoded as its length (u16) and its
// bytes. A list is encoded as its length (u32) and its elements.
//
// A fingerprint entry has a little less than 400 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "newsmill/model/log_entry.h"

namespace newsmill::output {

/// Returns the encoded form of `entry`.
std::string EncodeLogEntry(const model::LogEntry& entry);

/// Returns the entry in `bytes`, or an UnknownEntry if `bytes` cannot be read
/// completely. Accepts any bytes.
model::LogEntry DecodeLogEntry(std::string_view bytes);

}  // namespace newsmill::output
