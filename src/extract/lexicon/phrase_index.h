// Finds phrases of a list in a text without trying each of them.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// Phrases in buckets by their first two bytes; a bitmap of the first three
/// lets most places of a text pass. Built once a list, then immutable. The list
/// must outlive it.
class PhraseIndex {
 public:
  explicit PhraseIndex(PhraseList phrases);

  /// The first phrase of the list, from number `from`, that `text` begins with;
  /// -1 for none. A phrase of one byte begins only itself.
  int32_t PrefixOf(std::string_view text, int32_t from = 0) const;
  bool FoundIn(std::string_view text) const;
  /// Of the phrase that is the whole `text`; -1 for none.
  int32_t NumberOf(std::string_view text) const;
  bool Holds(std::string_view text) const { return NumberOf(text) >= 0; }

 private:
  static constexpr size_t kBuckets = 509;
  static constexpr size_t kBeginnings = 8191;

  /// The numbers of phrases that may begin like `text`.
  std::span<const int32_t> Like(std::string_view text) const;

  PhraseList phrases_;
  std::array<std::vector<int32_t>, kBuckets> buckets_;
  std::bitset<kBeginnings> beginnings_;
};

}  // namespace newsmill::extract::lexicon
