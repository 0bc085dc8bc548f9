#include "value_cache.h"

#include "xxhash.h"

namespace newsmill::extract::text {

uint32_t HashOfBytes(std::string_view bytes) {
  return static_cast<uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace newsmill::extract::text
