// Reads comments, the doctype, and other markup that begins with "<!".
#include "characters.h"
#include "scan.h"
#include "tokenizer.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#comment-start-state and
// the nine states after it.
// A comment ends at the first "-->" or "--!>". A comment that begins with ">"
// or "->" ends there and is empty. If the input ends within a comment, an
// incomplete end mark such as "--" is not part of the comment.
bool Tokenizer::Comment(Token& token) {
  const std::string_view rest(p_, end_);
  if (rest.starts_with(">") || rest.starts_with("->")) {
    const char* const after = p_ + (rest[0] == '>' ? 1 : 2);
    CommentToken(token, p_);
    p_ = after;
    return true;
  }
  const char* const begin = p_;
  for (const char* p = p_; (p = FindByte(p, end_, '>')) != end_; ++p) {
    const std::string_view before(begin, p);
    const size_t tail = before.ends_with("--")    ? 2
                        : before.ends_with("--!") ? 3
                                                  : 0;
    if (tail == 0) continue;
    CommentToken(token, p - tail);
    p_ = p + 1;
    return true;
  }
  const size_t tail = rest.ends_with("--!")  ? 3
                      : rest.ends_with("--") ? 2
                      : rest.ends_with("-")  ? 1
                                             : 0;
  CommentToken(token, end_ - tail);
  p_ = end_;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#bogus-comment-state
bool Tokenizer::BogusComment(Token& token) {
  const char* const end = FindByte(p_, end_, '>');
  CommentToken(token, end);
  p_ = end == end_ ? end_ : end + 1;
  return true;
}

// Makes a token from the comment [p_, end).
bool Tokenizer::CommentToken(Token& token, const char* end) {
  token.type = TokenType::kComment;
  token.text = FindFirst<'\r', '\0'>(p_, end) == end ? text_->InInput(p_, end)
                                                     : Decoded(end, {});
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#doctype-state
// https://html.spec.whatwg.org/multipage/parsing.html#after-doctype-name-state
bool Tokenizer::Doctype(Token& token) {
  token.type = TokenType::kDoctype;
  token.text = {};
  token.public_id.reset();
  token.system_id.reset();
  token.force_quirks = false;
  if (DoctypeEnds(token)) {
    token.force_quirks = true;
    return true;
  }
  DoctypeName(token);
  if (DoctypeEnds(token)) return true;
  if (StartsWithWord(p_, end_, "public")) {
    PublicIdentifier(token);
  } else if (StartsWithWord(p_, end_, "system")) {
    p_ += 6;
    if (DoctypeEnds(token)) {
      token.force_quirks = true;
    } else {
      SystemIdentifier(token);
    }
  } else {
    token.force_quirks = true;
    BogusDoctype();
  }
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#doctype-name-state
void Tokenizer::DoctypeName(Token& token) {
  const char* p = p_;
  while (p != end_ && !IsIn(*p, kBlank) && *p != '>') ++p;
  token.text = LowerCase(p);
}

// https://html.spec.whatwg.org/multipage/parsing.html#after-doctype-public-keyword-state
void Tokenizer::PublicIdentifier(Token& token) {
  p_ += 6;
  if (DoctypeEnds(token)) {
    token.force_quirks = true;
    return;
  }
  if (!QuotedIdentifier(token, token.public_id)) return;
  if (!DoctypeEnds(token)) SystemIdentifier(token);
}

// https://html.spec.whatwg.org/multipage/parsing.html#before-doctype-system-identifier-state
void Tokenizer::SystemIdentifier(Token& token) {
  if (!QuotedIdentifier(token, token.system_id)) return;
  if (!DoctypeEnds(token)) BogusDoctype();
}

// https://html.spec.whatwg.org/multipage/parsing.html#doctype-public-identifier-(double-quoted)-state
// Returns false if the identifier is not complete. In this case, the doctype
// has ended.
bool Tokenizer::QuotedIdentifier(Token& token,
                                 std::optional<TextSpan>& identifier) {
  const char quote = *p_;
  if (quote != '"' && quote != '\'') {
    token.force_quirks = true;
    BogusDoctype();
    return false;
  }
  ++p_;
  const char* p = p_;
  while (p != end_ && *p != quote && *p != '>') ++p;
  identifier = Decoded(p, {});
  const bool closed = p != end_ && *p == quote;
  if (!closed) token.force_quirks = true;
  if (p != end_) ++p_;
  return closed;
}

// Skips white space. Returns true if the doctype or the input ends after the
// white space.
bool Tokenizer::DoctypeEnds(Token& token) {
  p_ = SkipBlanks(p_, end_);
  if (p_ == end_) {
    token.force_quirks = true;
    return true;
  }
  if (*p_ != '>') return false;
  ++p_;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#bogus-doctype-state
void Tokenizer::BogusDoctype() {
  const char* const end = FindByte(p_, end_, '>');
  p_ = end == end_ ? end_ : end + 1;
}

}  // namespace newsmill::html
