// Reads the content of elements in which tags are text, such as script and
// textarea. Decodes the character references and line ends of all texts.
#include "character_reference.h"
#include "characters.h"
#include "newsmill/base/utf8.h"
#include "scan.h"
#include "tokenizer.h"

namespace newsmill::html {
namespace {

// Returns whether `name` is at `p`, followed by a byte that ends a tag name.
bool IsTagName(const char* p, const char* end, std::string_view name) {
  if (!StartsWithWord(p, end, name)) return false;
  p += name.size();
  return p != end && IsIn(*p, kTagNameEnd);
}

}  // namespace

const char* Tokenizer::FindTextEnd() const {
  switch (state_) {
    case State::kRcdata:
    case State::kRawtext:
      return FindEndTag();
    case State::kScriptData:
      return FindScriptEnd();
    case State::kCdataSection: {
      const size_t end = std::string_view(p_, end_).find("]]>");
      return end == std::string_view::npos ? end_ : p_ + end;
    }
    case State::kData:
    case State::kPlaintext:
      return end_;
  }
  return end_;
}

// https://html.spec.whatwg.org/multipage/parsing.html#appropriate-end-tag-token
bool Tokenizer::IsAppropriateEndTag(const char* p) const {
  return last_start_tag_ != Tag::kUnknown && end_ - p > 2 && p[1] == '/' &&
         IsTagName(p + 2, end_, Name(last_start_tag_));
}

// https://html.spec.whatwg.org/multipage/parsing.html#rcdata-less-than-sign-state
// https://html.spec.whatwg.org/multipage/parsing.html#rawtext-less-than-sign-state
const char* Tokenizer::FindEndTag() const {
  const char* p = FindByte(p_, end_, '<');
  while (p != end_ && !IsAppropriateEndTag(p)) p = FindByte(p + 1, end_, '<');
  return p;
}

// https://html.spec.whatwg.org/multipage/parsing.html#script-data-state and the
// sixteen states after it.
// "<!--" begins escaped text, and "-->" ends escaped text. The same dashes may
// belong to both marks, as in "<!-->". In escaped text, "<script" begins
// double-escaped text. In double-escaped text, "</script" does not end the
// script element, but only the double-escaped text.
const char* Tokenizer::FindScriptEnd() const {
  static constexpr std::string_view kScript = "script";
  // The dashes of the "<!--" that began the escaped text. Null: not escaped.
  const char* dashes = nullptr;
  bool escaped_twice = false;
  const char* p = p_;
  for (;; ++p) {
    p = dashes == nullptr ? FindByte(p, end_, '<')
                          : FindFirst<'<', '>'>(p, end_);
    if (p == end_) return end_;
    if (*p == '>') {
      if (p - dashes >= 2 && p[-1] == '-' && p[-2] == '-') {
        dashes = nullptr;
        escaped_twice = false;
      }
    } else if (dashes == nullptr) {
      if (IsAppropriateEndTag(p)) return p;
      if (std::string_view(p, end_).starts_with("<!--")) dashes = p + 2;
    } else if (escaped_twice) {
      if (end_ - p > 2 && p[1] == '/' && IsTagName(p + 2, end_, kScript)) {
        escaped_twice = false;
      }
    } else {
      if (IsAppropriateEndTag(p)) return p;
      escaped_twice = IsTagName(p + 1, end_, kScript);
    }
  }
}

// https://html.spec.whatwg.org/multipage/parsing.html#rcdata-state
// https://html.spec.whatwg.org/multipage/parsing.html#rawtext-state
// https://html.spec.whatwg.org/multipage/parsing.html#plaintext-state
// https://html.spec.whatwg.org/multipage/parsing.html#cdata-section-state
bool Tokenizer::BoundedText(Token& token) {
  if (p_ == text_end_) return EndOfText(token);
  const Decoding decoding = {.references = state_ == State::kRcdata,
                             .nul_ends = state_ == State::kCdataSection};
  if (decoding.nul_ends && *p_ == '\0') return Nul(token, text_end_);
  const char* const special = decoding.references
                                  ? FindFirst<'&', '\r', '\0'>(p_, text_end_)
                                  : FindFirst<'\r', '\0'>(p_, text_end_);
  if (special != text_end_) return Text(token, Decoded(text_end_, decoding));
  const TextSpan text = text_->InInput(p_, text_end_);
  p_ = text_end_;
  return Text(token, text);
}

bool Tokenizer::EndOfText(Token& token) {
  const State state = state_;
  state_ = State::kData;
  if (p_ == end_) return false;
  if (state == State::kCdataSection) {
    p_ += 3;  // ]]>
    return false;
  }
  p_ += 2;  // </
  return TagOpen(token, TokenType::kEndTag);
}

bool Tokenizer::Text(Token& token, TextSpan text) {
  token.type = TokenType::kText;
  token.text = text;
  return !text.empty();
}

bool Tokenizer::Nul(Token& token, const char* limit) {
  const char* const begin = p_;
  while (p_ != limit && *p_ == '\0') ++p_;
  token.type = TokenType::kNul;
  token.text = text_->InInput(begin, p_);
  return true;
}

TextSpan Tokenizer::Decoded(const char* limit, Decoding decoding) {
  const uint32_t begin = text_->end();
  while (p_ != limit) {
    const char* const special = decoding.references
                                    ? FindFirst<'&', '\r', '\0'>(p_, limit)
                                    : FindFirst<'\r', '\0'>(p_, limit);
    text_->Append(std::string_view(p_, special));
    p_ = special;
    if (p_ == limit) break;
    if (*p_ == '&') {
      AppendReference(limit, decoding.in_attribute);
    } else if (*p_ == '\r') {
      AppendLineFeed();
    } else if (decoding.nul_ends) {
      break;
    } else {
      text_->Append(kReplacementCharacter);
      ++p_;
    }
  }
  return text_->Since(begin);
}

void Tokenizer::AppendReference(const char* limit, bool in_attribute) {
  ++p_;
  const auto reference = ReadCharacterReference(p_, limit, in_attribute);
  if (!reference) return text_->Append('&');
  text_->Append(reference.text());
  p_ = reference.end();
}

// https://infra.spec.whatwg.org/#normalize-newlines
void Tokenizer::AppendLineFeed() {
  ++p_;
  if (p_ == end_ || *p_ != '\n') text_->Append('\n');
}

TextSpan Tokenizer::LowerCase(const char* limit) {
  const uint32_t begin = text_->end();
  for (; p_ != limit; ++p_) {
    if (*p_ == '\0') {
      text_->Append(kReplacementCharacter);
    } else {
      text_->Append(LowerAscii(*p_));
    }
  }
  return text_->Since(begin);
}

}  // namespace newsmill::html
