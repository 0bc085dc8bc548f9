// Compares the text of blocks with the metadata of a page. Only letters and
// digits count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::body {

/// Returns the letters and digits of a text, without blanks and punctuation.
/// Changes ASCII letters to lower case. Keeps characters that are not ASCII,
/// except punctuation.
std::string MatchKey(std::string_view text);

/// Returns 100 if the two keys are equal. If the longer key contains the
/// shorter key, returns the size of the shorter key in percent of the size of
/// the longer key, but at most 99. Returns 0 in all other cases. Different keys
/// also get 0 if one of them has less than 8 bytes.
int32_t OverlapPercent(std::string_view key, std::string_view other);

/// Computes how much of a short text is part of a long text.
class PieceIndex {
 public:
  /// Indexes the long text: all runs of kPiece bytes in the key of `text`.
  explicit PieceIndex(std::string_view text);
  bool empty() const { return slots_.empty(); }
  /// Returns the percentage of `key` that the indexed text contains. Returns -1
  /// if `key` or the indexed text is too short.
  int32_t PercentIn(std::string_view key) const;

 private:
  static constexpr size_t kPiece = 20;
  bool Holds(uint64_t hash) const;

  std::vector<uint64_t> slots_;
};

}  // namespace newsmill::extract::body
