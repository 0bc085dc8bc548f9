// The insertion modes for tables, except those for table bodies, rows and
// cells.
#include <algorithm>

#include "tree_builder.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable
bool TreeBuilder::InTable(Token& token) {
  switch (token.type) {
    case TokenType::kText:
    case TokenType::kNul:
      if (!current().Has(kFosters) && !open_.CurrentIs(Tag::kTemplate)) {
        return InTableAnythingElse(token);
      }
      pending_table_text_.clear();
      original_mode_ = mode_;
      mode_ = Mode::kInTableText;
      return false;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kDoctype:
      return true;
    case TokenType::kStartTag:
      return InTableStartTag(token);
    case TokenType::kEndTag:
      return InTableEndTag(token);
    case TokenType::kEndOfFile:
      return InBody(token);
  }
  return true;
}

bool TreeBuilder::InTableStartTag(Token& token) {
  switch (token.tag) {
    case Tag::kCaption:
      ClearStackBackTo({Tag::kTable});
      formatting_.PushMarker();
      return InTableChild(token, Mode::kInCaption);
    case Tag::kColgroup:
      ClearStackBackTo({Tag::kTable});
      return InTableChild(token, Mode::kInColumnGroup);
    case Tag::kCol:
      ClearStackBackTo({Tag::kTable});
      InsertImpliedElement(Tag::kColgroup);
      mode_ = Mode::kInColumnGroup;
      return false;
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kThead:
      ClearStackBackTo({Tag::kTable});
      return InTableChild(token, Mode::kInTableBody);
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kTr:
      ClearStackBackTo({Tag::kTable});
      InsertImpliedElement(Tag::kTbody);
      mode_ = Mode::kInTableBody;
      return false;
    case Tag::kTable:
      if (!open_.HasInScope(Tag::kTable, kEndsTableScope)) return true;
      PopUntil(Tag::kTable);
      ResetInsertionMode();
      return false;
    case Tag::kStyle:
    case Tag::kScript:
    case Tag::kTemplate:
      return InHead(token);
    case Tag::kInput:
      return InTableInput(token);
    case Tag::kForm:
      return InTableForm(token);
    default:
      return InTableAnythingElse(token);
  }
}

bool TreeBuilder::InTableChild(Token& token, Mode mode) {
  InsertHtmlElement(token);
  mode_ = mode;
  return true;
}

bool TreeBuilder::InTableEndTag(Token& token) {
  switch (token.tag) {
    case Tag::kTable:
      if (!open_.HasInScope(Tag::kTable, kEndsTableScope)) return true;
      PopUntil(Tag::kTable);
      ResetInsertionMode();
      return true;
    case Tag::kBody:
    case Tag::kCaption:
    case Tag::kCol:
    case Tag::kColgroup:
    case Tag::kHtml:
    case Tag::kTbody:
    case Tag::kTd:
    case Tag::kTfoot:
    case Tag::kTh:
    case Tag::kThead:
    case Tag::kTr:
      return true;
    case Tag::kTemplate:
      return EndTemplate(token);
    default:
      return InTableAnythingElse(token);
  }
}

bool TreeBuilder::InTableInput(Token& token) {
  if (!IsHiddenInput()) return InTableAnythingElse(token);
  InsertVoidElement(token);
  return true;
}

bool TreeBuilder::InTableForm(Token& token) {
  if (open_.Contains(Tag::kTemplate) || form_ != kNoNode) return true;
  InsertHtmlElement(token);
  form_ = current().node;
  Pop();
  return true;
}

bool TreeBuilder::InTableAnythingElse(Token& token) {
  foster_parenting_ = true;
  const bool done = InBody(token);
  foster_parenting_ = false;
  return done;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intabletext
bool TreeBuilder::InTableText(Token& token) {
  if (token.type == TokenType::kText) {
    pending_table_text_.push_back(token.text);
    return true;
  }
  if (token.type == TokenType::kNul) return true;

  const bool blank = std::ranges::all_of(
      pending_table_text_, [&](TextSpan text) { return IsBlank(text); });
  for (const TextSpan text : pending_table_text_) {
    if (blank) {
      InsertText(text);
      continue;
    }
    Token pending{.type = TokenType::kText, .text = text};
    InTableAnythingElse(pending);
  }
  mode_ = original_mode_;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incaption
bool TreeBuilder::InCaption(Token& token) {
  static constexpr std::initializer_list<Tag> kTableTags = {
      Tag::kCaption, Tag::kCol, Tag::kColgroup, Tag::kTbody, Tag::kTd,
      Tag::kTfoot,   Tag::kTh,  Tag::kThead,    Tag::kTr};
  if (token.type == TokenType::kStartTag && IsOneOf(token.tag, kTableTags)) {
    return !EndCaption();
  }
  if (token.type == TokenType::kEndTag) {
    if (token.tag == Tag::kCaption) {
      EndCaption();
      return true;
    }
    if (token.tag == Tag::kTable) return !EndCaption();
    if (IsOneOf(token.tag, {Tag::kBody, Tag::kHtml}) ||
        IsOneOf(token.tag, kTableTags)) {
      return true;
    }
  }
  return InBody(token);
}

// Ends the caption. Returns false if no caption is open.
bool TreeBuilder::EndCaption() {
  if (!open_.HasInScope(Tag::kCaption, kEndsTableScope)) return false;
  GenerateImpliedEndTags();
  PopUntil(Tag::kCaption);
  formatting_.ClearToLastMarker();
  mode_ = Mode::kInTable;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incolgroup
bool TreeBuilder::InColumnGroup(Token& token) {
  switch (token.type) {
    case TokenType::kText:
      if (const TextSpan blanks = TakeBlanks(token); !blanks.empty()) {
        InsertText(blanks);
      }
      return token.text.empty() || InColumnGroupAnythingElse();
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kDoctype:
      return true;
    case TokenType::kStartTag:
      if (token.tag == Tag::kHtml) return InBody(token);
      if (token.tag == Tag::kTemplate) return InHead(token);
      if (token.tag != Tag::kCol) return InColumnGroupAnythingElse();
      InsertVoidElement(token);
      return true;
    case TokenType::kEndTag:
      if (token.tag == Tag::kTemplate) return EndTemplate(token);
      if (token.tag == Tag::kCol) return true;
      if (token.tag != Tag::kColgroup) return InColumnGroupAnythingElse();
      InColumnGroupAnythingElse();
      return true;
    case TokenType::kEndOfFile:
      return InBody(token);
    case TokenType::kNul:
      return InColumnGroupAnythingElse();
  }
  return true;
}

// Closes the column group, because of a token that InColumnGroup does not
// handle itself. If no column group is open, returns true, so that the token is
// ignored.
bool TreeBuilder::InColumnGroupAnythingElse() {
  if (!open_.CurrentIs(Tag::kColgroup)) return true;
  Pop();
  mode_ = Mode::kInTable;
  return false;
}

}  // namespace newsmill::html
