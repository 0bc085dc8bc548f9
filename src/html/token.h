// The tokens that the tokenizer passes to tree construction.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <cstdint>
#include <optional>

#include "newsmill/html/document.h"

namespace newsmill::html {

enum class TokenType : uint8_t {
  kStartTag,
  kEndTag,
  kText,  // characters without NUL
  kNul,   // NULs, which each insertion mode treats differently
  kComment,
  kDoctype,
  kEndOfFile,
};

/// One token. The tokenizer uses the same object again for the next token. The
/// spans in a token refer to the TextStore of the document.
struct Token {
  TokenType type = TokenType::kEndOfFile;
  Tag tag = Tag::kUnknown;  // only for a tag
  /// A number for the name of a tag. Equal names have equal numbers.
  uint32_t name_number = 0;
  bool self_closing = false;
  bool force_quirks = false;  // only for a doctype
  /// The content of a text or comment token, the name of a doctype, or the name
  /// of a tag whose `tag` is kUnknown.
  TextSpan text{};
  std::optional<TextSpan> public_id{};
  std::optional<TextSpan> system_id{};

  bool IsStartTag(Tag t) const {
    return type == TokenType::kStartTag && tag == t;
  }
  bool IsEndTag(Tag t) const { return type == TokenType::kEndTag && tag == t; }
};

}  // namespace newsmill::html
