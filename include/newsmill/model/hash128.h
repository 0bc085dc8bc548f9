// A 128-bit hash. It identifies a text, a document, an article or a delivery.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace newsmill::model {

struct Hash128 {
  uint64_t high = 0;
  uint64_t low = 0;

  auto operator<=>(const Hash128&) const = default;
};

/// Returns 32 lower-case hex digits.
std::string ToHex(const Hash128& hash);

}  // namespace newsmill::model
