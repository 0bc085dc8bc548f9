// Splits a short text into numbers, words and marks. The readers of dates use
// these tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::text {

struct Token {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  int32_t value = 0;   // value of a number in any script
  int32_t digits = 0;  // number of digits of a number
  std::string word;    // a word in lower case, or a mark
  size_t begin = 0;    // byte offset in the text
  size_t end = 0;
  bool after_space = false;

  bool IsMark(std::string_view mark) const {
    return kind == Kind::kMark && word == mark;
  }
  bool IsWord(std::string_view text) const {
    return kind == Kind::kWord && word == text;
  }
  bool IsNumber() const { return kind == Kind::kNumber; }
};

/// Returns the first tokens of the text, at most `max_tokens`. Each wide
/// character (Chinese, Japanese or Korean) is a word of its own.
std::vector<Token> TokensOf(std::string_view text, size_t max_tokens);

}  // namespace newsmill::extract::text
