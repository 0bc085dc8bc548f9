// The bytes of names in XML.
#pragma once

#include "newsmill/base/ascii.h"

namespace newsmill::input {

/// Returns true if a name may start with `c`. Accepts all bytes of characters
/// beyond ASCII.
constexpr bool IsXmlNameStart(char c) {
  return IsAsciiLetter(c) || c == '_' || c == ':' || (c & 0x80) != 0;
}

/// Returns true if a name may contain `c`.
constexpr bool IsXmlNameByte(char c) {
  return IsXmlNameStart(c) || IsAsciiDigit(c) || c == '-' || c == '.';
}

}  // namespace newsmill::input
