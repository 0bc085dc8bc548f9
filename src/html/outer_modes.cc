// The insertion modes that are not for the head, the body or tables.
#include "tree_builder.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata
bool TreeBuilder::Text(Token& token) {
  if (token.type == TokenType::kText) {
    InsertText(token.text);
    return true;
  }
  Pop();
  mode_ = original_mode_;
  return token.type != TokenType::kEndOfFile;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intemplate
bool TreeBuilder::InTemplate(Token& token) {
  switch (token.type) {
    case TokenType::kEndTag:
      return token.tag != Tag::kTemplate || EndTemplate(token);
    case TokenType::kEndOfFile:
      return InTemplateEndOfFile();
    case TokenType::kStartTag:
      break;
    default:
      return InBody(token);
  }
  if (IsOneOf(token.tag, kHeadContent)) return InHead(token);
  switch (token.tag) {
    case Tag::kCaption:
    case Tag::kColgroup:
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kThead:
      return SwitchTemplateMode(Mode::kInTable);
    case Tag::kCol:
      return SwitchTemplateMode(Mode::kInColumnGroup);
    case Tag::kTr:
      return SwitchTemplateMode(Mode::kInTableBody);
    case Tag::kTd:
    case Tag::kTh:
      return SwitchTemplateMode(Mode::kInRow);
    default:
      return SwitchTemplateMode(Mode::kInBody);
  }
}

bool TreeBuilder::SwitchTemplateMode(Mode mode) {
  if (!template_modes_.empty()) template_modes_.back() = mode;
  mode_ = mode;
  return false;
}

bool TreeBuilder::InTemplateEndOfFile() {
  if (!open_.Contains(Tag::kTemplate)) {
    stopped_ = true;
    return true;
  }
  PopUntil(Tag::kTemplate);
  formatting_.ClearToLastMarker();
  ResetInsertionMode();
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody
bool TreeBuilder::AfterBody(Token& token) {
  switch (token.type) {
    case TokenType::kText:
      if (IsBlank(token.text)) return InBody(token);
      break;
    case TokenType::kComment:
      InsertCommentIn(open_[0].node, token);
      return true;
    case TokenType::kDoctype:
      return true;
    case TokenType::kEndOfFile:
      stopped_ = true;
      return true;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      break;
    case TokenType::kEndTag:
      if (token.tag != Tag::kHtml) break;
      mode_ = Mode::kAfterAfterBody;
      return true;
    case TokenType::kNul:
      break;
  }
  mode_ = Mode::kInBody;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inframeset
bool TreeBuilder::InFrameset(Token& token) {
  switch (token.type) {
    case TokenType::kText:
      InsertBlanksOf(token.text);
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kEndOfFile:
      stopped_ = true;
      return true;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      if (token.tag == Tag::kNoframes) return InHead(token);
      if (token.tag == Tag::kFrameset) InsertHtmlElement(token);
      if (token.tag == Tag::kFrame) InsertVoidElement(token);
      return true;
    case TokenType::kEndTag:
      if (token.tag != Tag::kFrameset || open_.size() == 1) return true;
      Pop();
      if (!open_.CurrentIs(Tag::kFrameset)) mode_ = Mode::kAfterFrameset;
      return true;
    case TokenType::kDoctype:
    case TokenType::kNul:
      return true;
  }
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterframeset
bool TreeBuilder::AfterFrameset(Token& token) {
  switch (token.type) {
    case TokenType::kText:
      InsertBlanksOf(token.text);
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kEndOfFile:
      stopped_ = true;
      return true;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      if (token.tag == Tag::kNoframes) return InHead(token);
      return true;
    case TokenType::kEndTag:
      if (token.tag == Tag::kHtml) mode_ = Mode::kAfterAfterFrameset;
      return true;
    case TokenType::kDoctype:
    case TokenType::kNul:
      return true;
  }
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-body-insertion-mode
bool TreeBuilder::AfterAfterBody(Token& token) {
  switch (token.type) {
    case TokenType::kComment:
      InsertCommentIn(nodes_.document().root(), token);
      return true;
    case TokenType::kDoctype:
      return true;
    case TokenType::kText:
      if (IsBlank(token.text)) return InBody(token);
      break;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      break;
    case TokenType::kEndOfFile:
      stopped_ = true;
      return true;
    default:
      break;
  }
  mode_ = Mode::kInBody;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-frameset-insertion-mode
bool TreeBuilder::AfterAfterFrameset(Token& token) {
  switch (token.type) {
    case TokenType::kComment:
      InsertCommentIn(nodes_.document().root(), token);
      return true;
    case TokenType::kText:
      InsertBlanksOf(token.text);
      return true;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      if (token.tag == Tag::kNoframes) return InHead(token);
      return true;
    case TokenType::kEndOfFile:
      stopped_ = true;
      return true;
    default:
      return true;
  }
}

void TreeBuilder::InsertBlanksOf(TextSpan text) {
  Token rest{.text = text};
  while (!rest.text.empty()) {
    const TextSpan blanks = TakeBlanks(rest);
    if (!blanks.empty()) InsertText(blanks);
    while (!rest.text.empty() && !IsBlank({rest.text.offset, 1})) {
      ++rest.text.offset;
      --rest.text.length;
    }
  }
}

}  // namespace newsmill::html
