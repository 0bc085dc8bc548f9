// Caches results for texts that occur often on a page, such as the classes of
// elements.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsmill::extract::text {

uint32_t HashOfBytes(std::string_view bytes);

/// Calls the function `Read` and keeps its latest results. If the cache has the
/// result for a text, `Find` returns this result without a call. The texts must
/// outlive the cache.
template <auto Read>
class ValueCache {
 public:
  using Answer = decltype(Read(std::string_view()));

  Answer Find(std::string_view value) {
    const uint32_t hash = HashOfBytes(value);
    Entry& entry = entries_[hash % kEntries];
    if (entry.hash != hash || entry.value != value) {
      entry = {hash, value, Read(value)};
    }
    return entry.answer;
  }

 private:
  static constexpr size_t kEntries = 256;
  struct Entry {
    uint32_t hash = 0;
    std::string_view value;
    Answer answer{};
  };
  std::array<Entry, kEntries> entries_{};
};

}  // namespace newsmill::extract::text
