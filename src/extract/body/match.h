// Compares the text of blocks with the metadata of a page, such as its title.
// Comparisons ignore blanks, punctuation and the case of ASCII letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::body {

/// Returns the key of a text for comparisons: "itsraining" for "It's raining!".
/// The key has no blanks and no punctuation, and its ASCII letters are in lower
/// case. All characters that are not ASCII are kept, except U+2000 to U+206F.
std::string MatchKey(std::string_view text);

/// Returns how similar two keys are, from 0 to 100. Equal keys have the
/// similarity 100. If the longer key contains the shorter key, the result is
/// the size of the shorter key in percent of the size of the longer key, but at
/// most 99. In all other cases, the result is 0. Different keys also have the
/// result 0 if one key has less than 8 bytes.
int32_t OverlapPercent(std::string_view key, std::string_view other);

/// Computes how much of a short text is part of a long text, such as the
/// article body of JSON-LD. The texts are compared in pieces. A piece is a run
/// of kPiece bytes in the key of a text.
class PieceIndex {
 public:
  /// Indexes all pieces in the key of `text`. `text` is the long text.
  explicit PieceIndex(std::string_view text);
  bool empty() const { return slots_.empty(); }
  /// Returns the percentage of the pieces of `key` that the long text contains.
  /// `key` is the key of the short text. Returns -1 if one of the texts is too
  /// short.
  int32_t PercentIn(std::string_view key) const;

 private:
  static constexpr size_t kPiece = 20;
  bool Holds(uint64_t hash) const;

  std::vector<uint64_t> slots_;
};

}  // namespace newsmill::extract::body
