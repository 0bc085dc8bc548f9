// The insertion modes from the start of the document to the start of its body.
#include "quirks.h"
#include "tree_builder.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
bool TreeBuilder::Initial(Token& token) {
  switch (token.type) {
    case TokenType::kText:
      TakeBlanks(token);
      if (token.text.empty()) return true;
      break;
    case TokenType::kComment:
      InsertCommentIn(nodes_.document().root(), token);
      return true;
    case TokenType::kDoctype:
      nodes_.Append(nodes_.MakeDoctype(token), nodes_.document().root());
      nodes_.set_quirks_mode(QuirksModeOf(token, nodes_.text()));
      mode_ = Mode::kBeforeHtml;
      return true;
    default:
      break;
  }
  nodes_.set_quirks_mode(QuirksMode::kQuirks);
  mode_ = Mode::kBeforeHtml;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-before-html-insertion-mode
bool TreeBuilder::BeforeHtml(Token& token) {
  switch (token.type) {
    case TokenType::kDoctype:
      return true;
    case TokenType::kComment:
      InsertCommentIn(nodes_.document().root(), token);
      return true;
    case TokenType::kText:
      TakeBlanks(token);
      if (token.text.empty()) return true;
      break;
    case TokenType::kEndTag:
      if (!IsHeadBodyHtmlOrBr(token.tag)) return true;
      break;
    default:
      break;
  }
  const bool written = token.IsStartTag(Tag::kHtml);
  const NodeId html = written ? nodes_.MakeElement(token, Namespace::kHtml)
                              : nodes_.MakeElement(Tag::kHtml);
  nodes_.Append(html, nodes_.document().root());
  nodes_.set_html(html);
  open_.Push(OpenElement::Html(html, Tag::kHtml));
  mode_ = Mode::kBeforeHead;
  return written;
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-before-head-insertion-mode
bool TreeBuilder::BeforeHead(Token& token) {
  switch (token.type) {
    case TokenType::kDoctype:
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kText:
      TakeBlanks(token);
      if (token.text.empty()) return true;
      break;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      break;
    case TokenType::kEndTag:
      if (!IsHeadBodyHtmlOrBr(token.tag)) return true;
      break;
    default:
      break;
  }
  const bool written = token.IsStartTag(Tag::kHead);
  if (written) {
    InsertHtmlElement(token);
  } else {
    InsertImpliedElement(Tag::kHead);
  }
  head_ = current().node;
  nodes_.set_head(head_);
  mode_ = Mode::kInHead;
  return written;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
bool TreeBuilder::InHead(Token& token) {
  switch (token.type) {
    case TokenType::kDoctype:
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kText:
      if (const TextSpan blanks = TakeBlanks(token); !blanks.empty()) {
        InsertText(blanks);
      }
      return token.text.empty() || InHeadAnythingElse();
    case TokenType::kStartTag:
      return InHeadStartTag(token);
    case TokenType::kEndTag:
      if (token.tag == Tag::kTemplate) return EndTemplate(token);
      if (token.tag == Tag::kHead) {
        Pop();
        mode_ = Mode::kAfterHead;
        return true;
      }
      return !IsHeadBodyHtmlOrBr(token.tag) || InHeadAnythingElse();
    default:
      return InHeadAnythingElse();
  }
}

bool TreeBuilder::InHeadStartTag(Token& token) {
  switch (token.tag) {
    case Tag::kHtml:
      return InBody(token);
    case Tag::kBase:
    case Tag::kBasefont:
    case Tag::kBgsound:
    case Tag::kLink:
    case Tag::kMeta:
      InsertVoidElement(token);
      return true;
    case Tag::kTitle:
      InsertRawTextElement(token, Tokenizer::State::kRcdata);
      return true;
    case Tag::kNoframes:
    case Tag::kStyle:
      InsertRawTextElement(token, Tokenizer::State::kRawtext);
      return true;
    case Tag::kNoscript:
      InsertHtmlElement(token);
      mode_ = Mode::kInHeadNoscript;
      return true;
    case Tag::kScript:
      InsertRawTextElement(token, Tokenizer::State::kScriptData);
      return true;
    case Tag::kTemplate:
      return StartTemplate(token);
    case Tag::kHead:
      return true;
    default:
      return InHeadAnythingElse();
  }
}

bool TreeBuilder::InHeadAnythingElse() {
  Pop();
  mode_ = Mode::kAfterHead;
  return false;
}

bool TreeBuilder::StartTemplate(Token& token) {
  InsertHtmlElement(token);
  const NodeId node = current().node;
  if (nodes_.document().Find(node, Attr::kShadowrootmode)) {
    nodes_.MakeShadowRoot(node);
  } else {
    nodes_.GiveTemplateContents(node);
  }
  formatting_.PushMarker();
  frameset_ok_ = false;
  mode_ = Mode::kInTemplate;
  template_modes_.push_back(Mode::kInTemplate);
  return true;
}

bool TreeBuilder::EndTemplate(Token& /*token*/) {
  if (!open_.Contains(Tag::kTemplate)) return true;
  GenerateImpliedEndTagsThoroughly();
  PopUntil(Tag::kTemplate);
  formatting_.ClearToLastMarker();
  ResetInsertionMode();
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inheadnoscript
bool TreeBuilder::InHeadNoscript(Token& token) {
  switch (token.type) {
    case TokenType::kDoctype:
      return true;
    case TokenType::kComment:
      return InHead(token);
    case TokenType::kText:
      if (const TextSpan blanks = TakeBlanks(token); !blanks.empty()) {
        InsertText(blanks);
      }
      if (token.text.empty()) return true;
      break;
    case TokenType::kStartTag:
      switch (token.tag) {
        case Tag::kHtml:
          return InBody(token);
        case Tag::kBasefont:
        case Tag::kBgsound:
        case Tag::kLink:
        case Tag::kMeta:
        case Tag::kNoframes:
        case Tag::kStyle:
          return InHead(token);
        case Tag::kHead:
        case Tag::kNoscript:
          return true;
        default:
          break;
      }
      break;
    case TokenType::kEndTag:
      if (token.tag != Tag::kNoscript && token.tag != Tag::kBr) return true;
      break;
    default:
      break;
  }
  Pop();
  mode_ = Mode::kInHead;
  return token.IsEndTag(Tag::kNoscript);
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-head-insertion-mode
bool TreeBuilder::AfterHead(Token& token) {
  switch (token.type) {
    case TokenType::kDoctype:
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kText:
      if (const TextSpan blanks = TakeBlanks(token); !blanks.empty()) {
        InsertText(blanks);
      }
      return token.text.empty() || AfterHeadAnythingElse();
    case TokenType::kStartTag:
      return AfterHeadStartTag(token);
    case TokenType::kEndTag:
      if (token.tag == Tag::kTemplate) return EndTemplate(token);
      if (token.tag == Tag::kHead || !IsHeadBodyHtmlOrBr(token.tag)) {
        return true;
      }
      return AfterHeadAnythingElse();
    default:
      return AfterHeadAnythingElse();
  }
}

bool TreeBuilder::AfterHeadStartTag(Token& token) {
  switch (token.tag) {
    case Tag::kHtml:
      return InBody(token);
    case Tag::kBody:
      InsertHtmlElement(token);
      nodes_.set_body(current().node);
      frameset_ok_ = false;
      mode_ = Mode::kInBody;
      return true;
    case Tag::kFrameset:
      InsertHtmlElement(token);
      mode_ = Mode::kInFrameset;
      return true;
    case Tag::kHead:
      return true;
    default:
      return IsOneOf(token.tag, kHeadContent) ? BackInHead(token)
                                              : AfterHeadAnythingElse();
  }
}

// Inserts an element into the head after the end tag of the head, for example a
// <meta> between "</head>" and "<body>".
bool TreeBuilder::BackInHead(Token& token) {
  open_.Push(OpenElement::Html(head_, Tag::kHead));
  InHead(token);
  const size_t head = open_.Find(head_);
  if (head != OpenElements::kNone) open_.Remove(head);
  return true;
}

bool TreeBuilder::AfterHeadAnythingElse() {
  InsertImpliedElement(Tag::kBody);
  nodes_.set_body(current().node);
  mode_ = Mode::kInBody;
  return false;
}

}  // namespace newsmill::html
