// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
//
// Many states of the standard only look for the end of a comment, a script or a
// style sheet. This tokenizer does not need these states. It has the whole
// input in memory, and finds the end by one search.
#pragma once

#include <cstdint>
#include <string_view>

#include "attribute_list.h"
#include "newsmill/html/document.h"
#include "token.h"

namespace newsmill::html {

class Tokenizer {
 public:
  /// The states that tree construction switches to.
  enum class State : uint8_t {
    kData,
    kRcdata,
    kRawtext,
    kScriptData,
    kPlaintext,
    kCdataSection,
  };

  /// Makes a tokenizer. `text` and `attributes` must outlive the tokenizer.
  Tokenizer(TextStore& text, AttributeList& attributes);

  /// Reads the next token. `in_foreign_content` must be true if the adjusted
  /// current node is not in the HTML namespace. Otherwise "<![CDATA[" does not
  /// open a CDATA section.
  void Next(Token& token, bool in_foreign_content);

  /// Switches to `state`. The states for RCDATA, RAWTEXT and script data end at
  /// the end tag that matches the last start tag.
  void SwitchTo(State state);
  void set_last_start_tag(Tag tag) { last_start_tag_ = tag; }

  /// Skips the rest of the input.
  void Stop();
  bool AtEnd() const { return p_ == end_; }

 private:
  // How to change the characters of a text.
  struct Decoding {
    bool references = false;
    bool in_attribute = false;
    bool nul_ends = false;  // NUL ends the text; otherwise it becomes U+FFFD
  };

  // Each function reads at p_ and moves p_ past the bytes that it has read.
  // Functions with a Token parameter return whether they have filled the token.
  bool Data(Token& token);
  bool DecodedData(Token& token);
  bool Markup(Token& token);
  bool MarkupDeclaration(Token& token);

  // Defined in tokenizer_tag.cc:
  bool TagOpen(Token& token, TokenType type);
  void TagName(Token& token);
  bool Attributes(Token& token);
  bool AttributeNameAndValue();
  void AttributeName(Attribute& attribute);
  bool AttributeValue(Attribute& attribute);
  template <char kQuote>
  bool QuotedValue(Attribute& attribute);
  bool UnquotedValue(Attribute& attribute);

  // Defined in tokenizer_text.cc:
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

  // Defined in tokenizer_declaration.cc:
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
  const char* text_end_ = nullptr;  // valid in every state except kData
  State state_ = State::kData;
  Tag last_start_tag_ = Tag::kUnknown;
  bool in_foreign_content_ = false;
};

}  // namespace newsmill::html
