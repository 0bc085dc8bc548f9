#include "value_cache.h"

#include <cstring>

namespace newsmill::extract {

uint32_t HashOfBytes(std::string_view bytes) {
  uint64_t hash = 0x9E3779B97F4A7C15U ^ bytes.size();
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + i, 8);
    hash = (hash ^ eight) * 0xFF51AFD7ED558CCDU;
    hash ^= hash >> 32U;
  }
  uint64_t rest = 0;
  if (i < bytes.size()) std::memcpy(&rest, bytes.data() + i, bytes.size() - i);
  hash = (hash ^ rest) * 0xFF51AFD7ED558CCDU;
  return static_cast<uint32_t>(hash >> 32U);
}

}  // namespace newsmill::extract
