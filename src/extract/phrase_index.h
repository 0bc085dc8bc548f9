// Finds phrases of a list in a text without trying each of them.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract {

/// Phrases of two bytes or more, in buckets by the first byte; a bitmap of the
/// first two bytes lets most places of a text pass. Built once a list, then
/// immutable. The list must outlive it.
class PhraseIndex {
 public:
  explicit PhraseIndex(PhraseList phrases);

  /// The first phrase of the list, from number `from`, that `text` begins with;
  /// -1 for none.
  int32_t PrefixOf(std::string_view text, int32_t from = 0) const;
  bool FoundIn(std::string_view text) const;

 private:
  PhraseList phrases_;
  std::array<std::vector<int32_t>, 256> by_first_byte_;
  std::bitset<65536> first_two_;
};

}  // namespace newsmill::extract
