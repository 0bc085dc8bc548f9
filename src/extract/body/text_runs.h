// Writes the text of blocks. In one pass over the text, collapses blanks,
// removes invisible characters except joiners in words, and counts properties
// of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace newsmill::extract::body {

/// Writes the text of one block after the other. Also collapses blanks that are
/// in different inline elements of a block. The methods may be called in any
/// order.
class BlockWriter {
 public:
  void SetStyle(bool link, bool strong, bool emphasis) {
    link_ = link;
    strong_ = strong;
    emphasis_ = emphasis;
  }
  void CountLink() { ++links_; }
  void LineBreak() {
    ++breaks_;
    space_ = true;
  }
  /// Returns the number of line breaks since the last written text.
  int32_t breaks() const { return breaks_; }

  /// Returns the text of the current block that was written so far, without a
  /// blank at its end.
  std::string_view Written(std::string_view out) const {
    return written_ ? out.substr(begin_) : "";
  }

  /// Appends a text to the current block in `out`. Returns false if the text is
  /// blank. All calls must have the same `out`.
  bool Write(std::string_view text, std::string& out);

  /// Ends the current block and sets the members of `block`. Returns false if
  /// the block has no text.
  bool EndBlock(const std::string& out, TextBlock& block);

 private:
  void Begin(std::string& out);
  /// Writes a joiner. In Indic scripts, a joiner may be at the end of a word.
  /// After an ASCII character, writes the joiner only if another character of
  /// the word follows, because some e-mails fill blank space with joiners.
  void Join(std::string_view joiner, std::string& out);

  bool link_ = false;
  bool strong_ = false;
  bool emphasis_ = false;
  bool space_ = false;
  bool written_ = false;     // the current block has text
  std::string_view joiner_;  // to be written if the word continues; a literal
  int32_t breaks_ = 0;
  uint32_t begin_ = 0;
  uint32_t links_ = 0;
  uint32_t lines_ = 0;
  uint32_t link_bytes_ = 0;
  uint32_t strong_bytes_ = 0;
  uint32_t emphasis_bytes_ = 0;
};

}  // namespace newsmill::extract::body
