// Collapses blank space, removes invisible characters except joiners in words,
// and counts properties of the text in the same pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace newsmill::extract::body {

/// Writes the text of one block after the other. Collapses blanks across inline
/// elements. The calls may come in any order: (SetStyle | CountLink | LineBreak
/// | Write | EndBlock)*.
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
  /// Returns the number of line breaks since the last text.
  int32_t breaks() const { return breaks_; }

  /// Returns the text that the current block has so far, without a blank at its
  /// end.
  std::string_view Written(std::string_view out) const {
    return written_ ? out.substr(begin_) : "";
  }

  /// Appends a text. Returns false if the text is blank. All calls must have
  /// the same `out`.
  bool Write(std::string_view text, std::string& out);

  /// Ends the block and sets its properties. Returns false if the block has no
  /// text.
  bool EndBlock(const std::string& out, TextBlock& block);

 private:
  void Begin(std::string& out);
  /// Writes a joiner, which may end a word in Indic scripts. After an ASCII
  /// character, writes the joiner only if the word continues, because some
  /// e-mails fill blank space with joiners.
  void Join(std::string_view joiner, std::string& out);

  bool link_ = false;
  bool strong_ = false;
  bool emphasis_ = false;
  bool space_ = false;
  bool written_ = false;     // the block has text
  std::string_view joiner_;  // written if the word continues; a literal
  int32_t breaks_ = 0;
  uint32_t begin_ = 0;
  uint32_t links_ = 0;
  uint32_t lines_ = 0;
  uint32_t link_bytes_ = 0;
  uint32_t strong_bytes_ = 0;
  uint32_t emphasis_bytes_ = 0;
};

}  // namespace newsmill::extract::body
