// Finds phrases of a list in a text. Does not compare the text with each
// phrase.
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
/// in the same bucket. A bitmap has the first three bytes of all phrases. At
/// most positions of a text, the bitmap shows that no phrase begins there.
/// Immutable. The list must outlive the index.
class PhraseIndex {
 public:
  explicit PhraseIndex(PhraseList phrases);

  /// Returns the number (the index in the list) of the first phrase that is at
  /// the start of `text`, or -1. Skips phrases with a number below `from`.
  /// Finds a phrase of one byte only if it is the whole text.
  int32_t PrefixOf(std::string_view text, int32_t from = 0) const;
  bool FoundIn(std::string_view text) const;
  /// Returns the number of the phrase that is equal to `text`, or -1.
  int32_t NumberOf(std::string_view text) const;
  bool Holds(std::string_view text) const { return NumberOf(text) >= 0; }

 private:
  static constexpr size_t kBuckets = 509;
  static constexpr size_t kBeginnings = 8191;

  /// Returns the numbers of the phrases that may be at the start of `text`.
  std::span<const int32_t> Like(std::string_view text) const;

  PhraseList phrases_;
  std::array<std::vector<int32_t>, kBuckets> buckets_;
  std::bitset<kBeginnings> beginnings_;
};

}  // namespace newsmill::extract::lexicon
