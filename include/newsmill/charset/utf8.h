// Valid UTF-8 (RFC 3629), or made valid, many bytes at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsmill::charset {

/// Surrogates and overlong forms are invalid. ASCII takes 64 bytes a step; with
/// AVX2 everything else takes 32, by the table lookups of Keiser and Lemire,
/// "Validating UTF-8 In Less Than One Instruction Per Byte" (2021).
bool IsValidUtf8(std::string_view text);

/// No byte of 0x80 or above.
bool IsAscii(std::string_view text);

/// Bytes before the first that is not ASCII.
size_t AsciiPrefix(std::string_view text);

/// `bytes` itself when it is valid, without a copy; else with U+FFFD for each
/// maximal subpart of an ill-formed sequence (Unicode 15, section 3.9), which
/// is what https://encoding.spec.whatwg.org/#utf-8-decoder does.
std::string RepairedUtf8(std::string bytes);

}  // namespace newsmill::charset
