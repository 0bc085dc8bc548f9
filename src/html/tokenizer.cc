#include "tokenizer.h"

#include "characters.h"
#include "scan.h"

namespace newsmill::html {
namespace {

// Returns whether the "<" at `p` begins markup. Otherwise the "<" is an
// ordinary character.
bool OpensMarkup(const char* p, const char* end) {
  if (end - p < 2) return false;
  if (p[1] == '/') return end - p > 2;
  return IsIn(p[1], kLetter) || p[1] == '!' || p[1] == '?';
}

}  // namespace

Tokenizer::Tokenizer(TextStore& text, AttributeList& attributes)
    : text_(&text),
      attributes_(&attributes),
      p_(text.input().data()),
      end_(p_ + text.input().size()) {}

void Tokenizer::Next(Token& token, bool in_foreign_content) {
  in_foreign_content_ = in_foreign_content;
  bool filled = false;
  while (!filled) {
    filled = state_ == State::kData ? Data(token) : BoundedText(token);
  }
}

void Tokenizer::SwitchTo(State state) {
  state_ = state;
  text_end_ = FindTextEnd();
}

void Tokenizer::Stop() {
  p_ = end_;
  state_ = State::kData;
}

// https://html.spec.whatwg.org/multipage/parsing.html#data-state
bool Tokenizer::Data(Token& token) {
  const char* p = p_;
  // This case is checked first, because a tag often follows directly after
  // another tag.
  if (p != end_ && *p == '<' && OpensMarkup(p, end_)) return Markup(token);
  for (;; ++p) {
    p = FindFirst<'<', '&', '\r', '\0'>(p, end_);
    if (p == end_ || *p == '\0') break;
    if (*p == '<' && OpensMarkup(p, end_)) break;
    if (*p == '&' || *p == '\r') return DecodedData(token);
  }
  if (p != p_) {
    const TextSpan text = text_->InInput(p_, p);
    p_ = p;
    return Text(token, text);
  }
  if (p == end_) {
    token.type = TokenType::kEndOfFile;
    return true;
  }
  return Nul(token, end_);
}

bool Tokenizer::DecodedData(Token& token) {
  const char* limit = p_;
  for (;; ++limit) {
    limit = FindFirst<'<', '\0'>(limit, end_);
    if (limit == end_ || *limit == '\0' || OpensMarkup(limit, end_)) break;
  }
  return Text(token, Decoded(limit, {.references = true}));
}

// https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state
// https://html.spec.whatwg.org/multipage/parsing.html#end-tag-open-state
bool Tokenizer::Markup(Token& token) {
  const char next = p_[1];
  if (IsIn(next, kLetter)) {
    ++p_;
    return TagOpen(token, TokenType::kStartTag);
  }
  if (next == '!') {
    p_ += 2;
    return MarkupDeclaration(token);
  }
  if (next == '?') {
    ++p_;
    return BogusComment(token);
  }
  p_ += 2;
  if (IsIn(*p_, kLetter)) return TagOpen(token, TokenType::kEndTag);
  if (*p_ != '>') return BogusComment(token);
  ++p_;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state
bool Tokenizer::MarkupDeclaration(Token& token) {
  static constexpr std::string_view kCdata = "[CDATA[";
  static constexpr std::string_view kDoctype = "doctype";
  const std::string_view rest(p_, end_);
  if (rest.starts_with("--")) {
    p_ += 2;
    return Comment(token);
  }
  if (StartsWithWord(p_, end_, kDoctype)) {
    p_ += kDoctype.size();
    return Doctype(token);
  }
  if (in_foreign_content_ && rest.starts_with(kCdata)) {
    p_ += kCdata.size();
    SwitchTo(State::kCdataSection);
    return false;
  }
  return BogusComment(token);
}

}  // namespace newsmill::html
