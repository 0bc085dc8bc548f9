// Compares blocks with the metadata of a page, by letters and digits only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::body {

/// Returns the letters and digits of a text, ASCII in lower case. Keeps bytes
/// beyond ASCII, except punctuation.
std::string MatchKey(std::string_view text);

/// Returns 100 for equal keys. If the longer key contains the shorter one,
/// returns the size of the shorter key in percent of the longer key, at most
/// 99. Returns 0 otherwise, and also for different keys if one has less than 8
/// bytes.
int32_t OverlapPercent(std::string_view key, std::string_view other);

/// Finds pieces of one text in another, long text.
class PieceIndex {
 public:
  /// Indexes all runs of kPiece bytes in the key of `text`.
  explicit PieceIndex(std::string_view text);
  bool empty() const { return slots_.empty(); }
  /// Returns the percentage of `key` that is in the text. Returns -1 if `key`
  /// or the text is too short.
  int32_t PercentIn(std::string_view key) const;

 private:
  static constexpr size_t kPiece = 20;
  bool Holds(uint64_t hash) const;

  std::vector<uint64_t> slots_;
};

}  // namespace newsmill::extract::body
