// Does a block say what the page's metadata say? Texts are compared by their
// letters and digits alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::body {

/// Letters and digits, ASCII in lower case; bytes beyond ASCII as they are.
std::string MatchKey(std::string_view text);

/// Percent of the shorter key's pieces that are in the longer one, 0 when one
/// is much longer than the other; 100: the same.
int32_t OverlapPercent(std::string_view key, std::string_view other);

/// Finds pieces of a text in a long one.
class PieceIndex {
 public:
  /// Of all runs of kPiece bytes in the key of `text`.
  explicit PieceIndex(std::string_view text);
  bool empty() const { return slots_.empty(); }
  /// Percent of `key` that is there; -1 when either is too short to say.
  int32_t PercentIn(std::string_view key) const;

 private:
  static constexpr size_t kPiece = 20;
  bool Holds(uint64_t hash) const;

  std::vector<uint64_t> slots_;
};

}  // namespace newsmill::extract::body
