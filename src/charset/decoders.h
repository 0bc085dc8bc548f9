// The decoders of the encodings, as the standard defines them.
#pragma once

#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Decodes a single-byte encoding or x-user-defined. REQUIRES: `encoding` is
/// one of these.
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
