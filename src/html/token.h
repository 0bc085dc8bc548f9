// What the tokenizer hands to the tree construction.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/html/document.h"

namespace newsmill::html {

enum class TokenType : uint8_t {
  kStartTag,
  kEndTag,
  kText,  // a run of character tokens, none of them NUL
  kNul,   // a run of NUL, which the insertion modes treat in their own ways
  kComment,
  kDoctype,
  kEndOfFile,
};

/// One token, used again for the next. Spans lie in the TextStore.
struct Token {
  TokenType type = TokenType::kEndOfFile;
  Tag tag = Tag::kUnknown;  // of a tag
  /// Of a tag, a number for its name: different numbers, different names.
  uint32_t name_number = 0;
  bool self_closing = false;
  bool force_quirks = false;  // of a doctype
  /// The name of a doctype or of a tag that is kUnknown; text; a comment.
  TextSpan text{};
  std::optional<TextSpan> public_id{};
  std::optional<TextSpan> system_id{};

  bool IsStartTag(Tag t) const {
    return type == TokenType::kStartTag && tag == t;
  }
  bool IsEndTag(Tag t) const { return type == TokenType::kEndTag && tag == t; }
};

}  // namespace newsmill::html
