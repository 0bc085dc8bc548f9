// The characters of windows-1252 that ISO-8859-1 does not have.
// https://encoding.spec.whatwg.org/index-windows-1252.txt
#pragma once

#include <array>

namespace newsmill::charset {

/// The characters for the bytes 0x80 to 0x9F. 0 means that the byte has no
/// character.
inline constexpr std::array<char16_t, 32> kWindows1252Controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace newsmill::charset
