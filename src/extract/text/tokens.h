// Numbers, words and marks of a short text, for reading dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::text {

struct Token {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  int32_t value = 0;   // of a number in any script, at most 8 digits
  int32_t digits = 0;  // number of digits as written
  std::string word;    // in lower case; for a mark, the character
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

/// Returns at most `max_tokens` tokens. Each wide character is one word.
std::vector<Token> TokensOf(std::string_view text, size_t max_tokens);

}  // namespace newsmill::extract::text
