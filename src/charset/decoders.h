// Declares the decoders. They follow the standard
// https://encoding.spec.whatwg.org/
#pragma once

#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Decodes a single-byte encoding or x-user-defined. REQUIRES: `encoding` is
/// such an encoding.
std::string DecodeSingleByte(Encoding encoding, std::string_view in);
bool IsSingleByte(Encoding encoding);

std::string DecodeGb18030(std::string_view in);  // also decodes GBK
std::string DecodeBig5(std::string_view in);
std::string DecodeEucKr(std::string_view in);
std::string DecodeEucJp(std::string_view in);
std::string DecodeShiftJis(std::string_view in);
std::string DecodeIso2022Jp(std::string_view in);
std::string DecodeUtf16(std::string_view in, bool big_endian);

}  // namespace newsmill::charset
