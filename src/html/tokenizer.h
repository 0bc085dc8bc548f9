// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
//
// The whole input is in memory. So a state that only looks for an end
// (comments, scripts, style sheets) is one search here.
#pragma once

#include <cstdint>
#include <string_view>

#include "attribute_list.h"
#include "newsmill/html/document.h"
#include "token.h"

namespace newsmill::html {

class Tokenizer {
 public:
  /// The states that the tree construction switches to.
  enum class State : uint8_t {
    kData,
    kRcdata,
    kRawtext,
    kScriptData,
    kPlaintext,
    kCdataSection,
  };

  /// `text` and `attributes` must outlive it.
  Tokenizer(TextStore& text, AttributeList& attributes);

  /// Reads the next token. `in_foreign_content`: the adjusted current node is
  /// not in the HTML namespace, so `<![CDATA[` opens a section.
  void Next(Token& token, bool in_foreign_content);

  /// RCDATA, RAWTEXT and script data end at an end tag of the last start tag.
  void SwitchTo(State state);
  void set_last_start_tag(Tag tag) { last_start_tag_ = tag; }

  /// Ends the input here.
  void Stop();
  bool AtEnd() const { return p_ == end_; }

 private:
  // How the characters of a text are changed.
  struct Decoding {
    bool references = false;
    bool in_attribute = false;
    bool nul_ends = false;  // otherwise it becomes U+FFFD
  };

  // Each function reads at p_ and moves p_ past what it has read. Those that
  // take a token return whether it is filled.
  bool Data(Token& token);
  bool DecodedData(Token& token);
  bool Markup(Token& token);
  bool MarkupDeclaration(Token& token);

  // tokenizer_tag.cc
  bool TagOpen(Token& token, TokenType type);
  void TagName(Token& token);
  bool Attributes(Token& token);
  bool AttributeNameAndValue();
  void AttributeName(Attribute& attribute);
  bool AttributeValue(Attribute& attribute);
  template <char kQuote>
  bool QuotedValue(Attribute& attribute);
  bool UnquotedValue(Attribute& attribute);

  // tokenizer_text.cc
  const char* FindTextEnd() const;
  const char* FindEndTag() const;
  const char* FindScriptEnd() const;
  bool IsAppropriateEndTag(const char* p) const;
  bool BoundedText(Token& token);
  bool EndOfText(Token& token);
  bool Text(Token& token, TextSpan text);
  bool Nul(Token& token, const char* limit);
  TextSpan Decoded(const char* limit, Decoding decoding);
  void AppendReference(const char* limit, bool in_attribute);
  void AppendLineFeed();
  TextSpan LowerCase(const char* limit);

  // tokenizer_declaration.cc
  bool Comment(Token& token);
  bool BogusComment(Token& token);
  bool CommentToken(Token& token, const char* end);
  bool Doctype(Token& token);
  void DoctypeName(Token& token);
  void PublicIdentifier(Token& token);
  void SystemIdentifier(Token& token);
  bool QuotedIdentifier(Token& token, std::optional<TextSpan>& identifier);
  bool DoctypeEnds(Token& token);
  void BogusDoctype();

  TextStore* text_;
  AttributeList* attributes_;
  const char* p_;
  const char* end_;
  const char* text_end_ = nullptr;  // in every state but kData
  State state_ = State::kData;
  Tag last_start_tag_ = Tag::kUnknown;
  bool in_foreign_content_ = false;
};

}  // namespace newsmill::html
