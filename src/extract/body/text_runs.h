// Writes the text of blocks. In one pass over the text, replaces each run of
// blanks by one space, removes invisible characters, and counts properties of
// the text. Keeps joiners in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text_block.h"

namespace newsmill::extract::body {

/// Writes the texts of blocks, one block after the other, into one string. A
/// run of blanks becomes one space, even if the blanks are in different inline
/// elements. The methods may be called in any order.
class BlockWriter {
 public:
  void SetStyle(bool link, bool strong, bool emphasis) {
    link_ = link;
    strong_ = strong;
    emphasis_ = emphasis;
  }
  void CountLink() { ++sums_.links; }
  /// Reads a line break (br) after the text at the end of `out`.
  void LineBreak(const std::string& out);
  /// Returns the number of line breaks (br) since the last written text.
  int32_t breaks() const { return breaks_; }

  /// Returns the text of the current block so far, without a blank at its end.
  std::string_view Written(std::string_view out) const {
    return written_ ? out.substr(begin_) : "";
  }

  /// Appends `text` to the current block at the end of `out`. Returns false if
  /// `text` has no visible character. All calls must have the same `out`.
  bool Write(std::string_view text, std::string& out);

  /// Ends the current block, and appends it to `blocks` with the position and
  /// the counts of its text. Some pages separate paragraphs by one line break.
  /// If most of the text is in lines that are whole paragraphs, appends each
  /// line as a block. Appends nothing if the current block has no text.
  void EndBlock(const std::string& out, std::vector<TextBlock>& blocks);

 private:
  // Sums over the current block up to a place in its text.
  struct Sums {
    uint32_t end = 0;  // offset of the place in `out`
    uint32_t links = 0;
    uint32_t link_bytes = 0;
    uint32_t strong_bytes = 0;
    uint32_t emphasis_bytes = 0;
    // An ideographic space follows, so that a paragraph begins.
    bool indented = false;
  };
  /// Returns the block of the text between two places.
  static TextBlock BlockBetween(const Sums& before, const Sums& at,
                                std::string_view out);
  void Begin(std::string& out);
  /// Writes a joiner (U+200C or U+200D). After an ASCII character, writes the
  /// joiner only if the word continues, because some e-mails fill blank space
  /// with joiners. After other characters, always writes the joiner, because a
  /// word in an Indic script may end with a joiner.
  void Join(std::string_view joiner, std::string& out);

  bool link_ = false;
  bool strong_ = false;
  bool emphasis_ = false;
  bool space_ = false;
  bool written_ = false;     // the current block has text
  std::string_view joiner_;  // string literal, written if the word continues
  int32_t breaks_ = 0;
  uint32_t begin_ = 0;
  Sums sums_;
  std::vector<Sums> lines_;  // the sums at the end of each line but the last
};

}  // namespace newsmill::extract::body
