// Reads tags and their attributes. Drops a tag that is incomplete at the end of
// the input.
#include "characters.h"
#include "scan.h"
#include "tokenizer.h"

namespace newsmill::html {
namespace {

// Returns the FNV-1a hash of the name.
uint32_t HashOf(std::string_view name) {
  uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619U;
  return hash;
}

}  // namespace

// Reads a tag. p_ is at the first letter of the name.
bool Tokenizer::TagOpen(Token& token, TokenType type) {
  token.type = type;
  token.self_closing = false;
  TagName(token);
  attributes_->Start();
  if (!Attributes(token)) {
    attributes_->Clear();
    p_ = end_;
    return false;
  }
  if (type == TokenType::kStartTag) last_start_tag_ = token.tag;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state
void Tokenizer::TagName(Token& token) {
  const char* p = p_;
  int seen = 0;
  for (; p != end_ && !IsIn(*p, kTagNameEnd); ++p) seen |= ClassOf(*p);
  if ((seen & kUpperOrNul) != 0) {
    token.text = LowerCase(p);
    token.tag = FindTag(text_->View(token.text));
    if (token.tag != Tag::kUnknown) text_->ShrinkTo(token.text.offset);
  } else {
    token.text = text_->InInput(p_, p);
    token.tag = FindTag({p_, p});
    p_ = p;
  }
  token.name_number = token.tag == Tag::kUnknown
                          ? HashOf(text_->View(token.text))
                          : static_cast<uint32_t>(token.tag);
}

// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state
// https://html.spec.whatwg.org/multipage/parsing.html#self-closing-start-tag-state
// Returns false if the input ends within the tag.
bool Tokenizer::Attributes(Token& token) {
  for (;;) {
    p_ = SkipBlanks(p_, end_);
    if (p_ == end_) return false;
    if (*p_ == '>') {
      ++p_;
      return true;
    }
    if (*p_ != '/') {
      if (!AttributeNameAndValue()) return false;
      continue;
    }
    ++p_;
    if (p_ != end_ && *p_ == '>') {
      token.self_closing = true;
      ++p_;
      return true;
    }
  }
}

// https://html.spec.whatwg.org/multipage/parsing.html#after-attribute-name-state
// Returns false if the input ends within the value.
bool Tokenizer::AttributeNameAndValue() {
  Attribute attribute;
  AttributeName(attribute);
  const char* const after_name = SkipBlanks(p_, end_);
  if (after_name != end_ && *after_name == '=') {
    p_ = after_name + 1;
    if (!AttributeValue(attribute)) return false;
  }
  attributes_->Add(attribute);
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
void Tokenizer::AttributeName(Attribute& attribute) {
  const char* p = p_;
  int seen = ClassOf(*p++);  // a "=" here is part of the name
  for (; p != end_ && !IsIn(*p, kAttributeNameEnd); ++p) seen |= ClassOf(*p);
  if ((seen & kUpperOrNul) != 0) {
    attribute.name = LowerCase(p);
    attribute.id = FindAttr(text_->View(attribute.name));
    if (attribute.id != Attr::kUnknown) {
      text_->ShrinkTo(attribute.name.offset);
    }
    return;
  }
  attribute.id = FindAttr({p_, p});
  attribute.name = text_->InInput(p_, p);
  p_ = p;
}

// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-value-state
bool Tokenizer::AttributeValue(Attribute& attribute) {
  p_ = SkipBlanks(p_, end_);
  if (p_ == end_) return false;
  switch (*p_) {
    case '"':
      return QuotedValue<'"'>(attribute);
    case '\'':
      return QuotedValue<'\''>(attribute);
    case '>':
      return true;  // the attribute has no value
    default:
      return UnquotedValue(attribute);
  }
}

// https://html.spec.whatwg.org/multipage/parsing.html#attribute-value-(double-quoted)-state
template <char kQuote>
bool Tokenizer::QuotedValue(Attribute& attribute) {
  ++p_;
  const char* p = FindFirst<kQuote, '&', '\r', '\0'>(p_, end_);
  if (p != end_ && *p == kQuote) {
    attribute.value = text_->InInput(p_, p);
  } else {
    p = FindByte(p, end_, kQuote);
    if (p == end_) return false;
    attribute.value = Decoded(p, {.references = true, .in_attribute = true});
  }
  p_ = p + 1;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#attribute-value-(unquoted)-state
bool Tokenizer::UnquotedValue(Attribute& attribute) {
  const char* p = p_;
  bool plain = true;
  for (; p != end_ && !IsIn(*p, kBlank) && *p != '>'; ++p) {
    plain &= *p != '&' && *p != '\0';
  }
  if (p == end_) return false;
  attribute.value =
      plain ? text_->InInput(p_, p)
            : Decoded(p, {.references = true, .in_attribute = true});
  p_ = p;
  return true;
}

}  // namespace newsmill::html
