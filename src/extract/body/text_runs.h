// Text as a reader sees it: blank space collapsed, invisible characters out,
// and what it is made of counted on the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace newsmill::extract::body {

/// Writes the text of one block after the other, collapsing blanks across
/// inline elements.
/// Calls must match: (SetStyle | CountLink | LineBreak | Write | EndBlock)*.
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
  /// Line breaks since the last text.
  int32_t breaks() const { return breaks_; }

  /// False when `text` is blank. All calls get the same `out`.
  bool Write(std::string_view text, std::string& out);

  /// Sets what is known of the text; false when there was none.
  bool EndBlock(const std::string& out, TextBlock& block);

 private:
  void Begin(std::string& out);

  bool link_ = false;
  bool strong_ = false;
  bool emphasis_ = false;
  bool space_ = false;
  bool written_ = false;  // something, in this block
  int32_t breaks_ = 0;
  uint32_t begin_ = 0;
  uint32_t links_ = 0;
  uint32_t lines_ = 0;
  uint32_t link_bytes_ = 0;
  uint32_t strong_bytes_ = 0;
  uint32_t emphasis_bytes_ = 0;
};

}  // namespace newsmill::extract::body
