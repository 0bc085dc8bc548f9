// Finds phrases of a list in a text. Does not compare the text with each
// phrase.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace newsmill::extract::lexicon {

/// An index of the phrases of a list. A hash of its first three bytes decides
/// the bucket of a phrase. A bitmap has the hashes of all phrases. At most
/// positions of a text, the bitmap shows that no phrase begins there.
/// Immutable. The list must outlive the index.
class PhraseIndex {
 public:
  explicit PhraseIndex(PhraseList phrases);

  /// Returns the number (the index in the list) of the first phrase that is at
  /// the start of `text`, or -1. Skips phrases with a number below `from`.
  /// Finds a phrase of one byte only if it is the whole text.
  int32_t PrefixOf(std::string_view text, int32_t from = 0) const {
    return MayBegin(text) ? PrefixIn(text, from) : -1;
  }
  bool FoundIn(std::string_view text) const;
  /// Returns the number of the phrase that is equal to `text`, or -1.
  int32_t NumberOf(std::string_view text) const;
  bool Holds(std::string_view text) const { return NumberOf(text) >= 0; }

 private:
  static constexpr size_t kBuckets = 512;
  static constexpr size_t kBeginnings = 8192;

  /// Returns the byte at `i`, or 0 if `i` is after the end of the text.
  static size_t ByteAt(std::string_view text, size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  }
  static size_t BeginningOf(std::string_view text) {
    return (ByteAt(text, 0) * 1117 + ByteAt(text, 1) * 37 + ByteAt(text, 2)) %
           kBeginnings;
  }
  /// Returns the numbers of the phrases that may be at the start of `text`.
  const std::vector<int32_t>& BucketOf(std::string_view text) const {
    return buckets_[BeginningOf(text) % kBuckets];
  }
  /// Returns false if no phrase is at the start of `text`.
  bool MayBegin(std::string_view text) const {
    return beginnings_.test(BeginningOf(text));
  }
  int32_t PrefixIn(std::string_view text, int32_t from) const;
  void AddTo(size_t beginning, int32_t number);

  PhraseList phrases_;
  std::array<std::vector<int32_t>, kBuckets> buckets_;
  std::bitset<kBeginnings> beginnings_;
};

}  // namespace newsmill::extract::lexicon
