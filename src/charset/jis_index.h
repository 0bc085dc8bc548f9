// Looks up characters in the Japanese indexes. A pointer is a position in an
// index. https://encoding.spec.whatwg.org/#index-jis0208
#pragma once

#include <cstddef>

namespace newsmill::charset {

/// Returns the character at `pointer` in JIS X 0208 with the extensions of
/// Shift_JIS. Returns 0 if there is no such character.
char16_t Jis0208(size_t pointer);

/// Returns the character at `pointer` in JIS X 0212, or 0 if there is no such
/// character.
char16_t Jis0212(size_t pointer);

}  // namespace newsmill::charset
