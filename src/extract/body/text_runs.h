// Writes the text of blocks. In one pass over the text, replaces each run of
// blanks by one space, removes invisible characters, and counts properties of
// the text. Keeps joiners in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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
  void CountLink() { ++links_; }
  void LineBreak() {
    ++breaks_;
    space_ = true;
  }
  /// Returns the number of line breaks (br) since the last written text.
  int32_t breaks() const { return breaks_; }

  /// Returns the text of the current block so far, without a blank at its end.
  std::string_view Written(std::string_view out) const {
    return written_ ? out.substr(begin_) : "";
  }

  /// Appends `text` to the current block at the end of `out`. Returns false if
  /// `text` has no visible character. All calls must have the same `out`.
  bool Write(std::string_view text, std::string& out);

  /// Ends the current block. Stores the position and the counts of its text in
  /// `block`. Returns false if the current block has no text.
  bool EndBlock(const std::string& out, TextBlock& block);

 private:
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
  uint32_t links_ = 0;
  uint32_t lines_ = 0;
  uint32_t link_bytes_ = 0;
  uint32_t strong_bytes_ = 0;
  uint32_t emphasis_bytes_ = 0;
};

}  // namespace newsmill::extract::body
