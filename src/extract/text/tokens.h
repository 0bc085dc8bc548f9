// Numbers, words and marks of a short text: what dates are read from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::text {

struct Token {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  int32_t value = 0;   // of a number, at most 8 digits; digits of any script
  int32_t digits = 0;  // that it was written with
  std::string word;    // folded; of a mark, the character itself
  size_t begin = 0;    // bytes in the text
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

/// At most `max_tokens`. A wide character is a word of its own.
std::vector<Token> TokensOf(std::string_view text, size_t max_tokens);

}  // namespace newsmill::extract::text
