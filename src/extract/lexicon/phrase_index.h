// Finds the phrases of a list in a text, without a comparison with each phrase.
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

/// An index of the phrases of a list. Phrases with the same first two bytes are
/// in the same bucket. A bitmap of the first three bytes of all phrases
/// excludes most positions of a text. Immutable. The list must outlive the
/// index.
class PhraseIndex {
 public:
  explicit PhraseIndex(PhraseList phrases);

  /// Returns the number of the first phrase in the list that `text` begins
  /// with, or -1. Skips phrases with a number below `from`. A phrase of one
  /// byte must be the whole text.
  int32_t PrefixOf(std::string_view text, int32_t from = 0) const;
  bool FoundIn(std::string_view text) const;
  /// Returns the number of the phrase that equals `text`, or -1.
  int32_t NumberOf(std::string_view text) const;
  bool Holds(std::string_view text) const { return NumberOf(text) >= 0; }

 private:
  static constexpr size_t kBuckets = 509;
  static constexpr size_t kBeginnings = 8191;

  /// Returns the numbers of the phrases in the bucket of `text`.
  std::span<const int32_t> Like(std::string_view text) const;

  PhraseList phrases_;
  std::array<std::vector<int32_t>, kBuckets> buckets_;
  std::bitset<kBeginnings> beginnings_;
};

}  // namespace newsmill::extract::lexicon
