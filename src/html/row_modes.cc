// The insertion modes for the bodies, rows and cells of tables.
#include "tree_builder.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#clear-the-stack-back-to-a-table-context
// Also clears the stack back to a table body context or a table row context.
void TreeBuilder::ClearStackBackTo(std::initializer_list<Tag> tags) {
  while (open_.size() > 1 && !open_.CurrentIsOneOf(tags) &&
         !open_.CurrentIs(Tag::kTemplate)) {
    Pop();
  }
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intbody
bool TreeBuilder::InTableBody(Token& token) {
  static constexpr std::initializer_list<Tag> kBodies = {
      Tag::kTbody, Tag::kTfoot, Tag::kThead};
  if (token.type == TokenType::kStartTag) {
    switch (token.tag) {
      case Tag::kTr:
        ClearStackBackTo(kBodies);
        return InTableChild(token, Mode::kInRow);
      case Tag::kTh:
      case Tag::kTd:
        ClearStackBackTo(kBodies);
        InsertImpliedElement(Tag::kTr);
        mode_ = Mode::kInRow;
        return false;
      case Tag::kCaption:
      case Tag::kCol:
      case Tag::kColgroup:
      case Tag::kTbody:
      case Tag::kTfoot:
      case Tag::kThead:
        return LeaveTableBody();
      default:
        return InTable(token);
    }
  }
  if (token.type == TokenType::kEndTag) {
    if (IsOneOf(token.tag, kBodies)) {
      if (open_.HasInScope(token.tag, kEndsTableScope)) LeaveTableBody();
      return true;
    }
    if (token.tag == Tag::kTable) return LeaveTableBody();
    if (IsOneOf(token.tag,
                {Tag::kBody, Tag::kCaption, Tag::kCol, Tag::kColgroup,
                 Tag::kHtml, Tag::kTd, Tag::kTh, Tag::kTr})) {
      return true;
    }
  }
  return InTable(token);
}

// Leaves the table body. If no table body is open, returns true, so that the
// token is ignored.
bool TreeBuilder::LeaveTableBody() {
  static constexpr std::initializer_list<Tag> kBodies = {
      Tag::kTbody, Tag::kThead, Tag::kTfoot};
  if (!open_.HasOneInScope(kBodies, kEndsTableScope)) return true;
  ClearStackBackTo(kBodies);
  if (open_.CurrentIsOneOf(kBodies)) Pop();
  mode_ = Mode::kInTable;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intr
bool TreeBuilder::InRow(Token& token) {
  if (token.type == TokenType::kStartTag) {
    switch (token.tag) {
      case Tag::kTh:
      case Tag::kTd:
        ClearStackBackTo({Tag::kTr});
        formatting_.PushMarker();
        return InTableChild(token, Mode::kInCell);
      case Tag::kCaption:
      case Tag::kCol:
      case Tag::kColgroup:
      case Tag::kTbody:
      case Tag::kTfoot:
      case Tag::kThead:
      case Tag::kTr:
        return LeaveRow();
      default:
        return InTable(token);
    }
  }
  if (token.type == TokenType::kEndTag) {
    switch (token.tag) {
      case Tag::kTr:
        LeaveRow();
        return true;
      case Tag::kTable:
        return LeaveRow();
      case Tag::kTbody:
      case Tag::kTfoot:
      case Tag::kThead:
        return !open_.HasInScope(token.tag, kEndsTableScope) || LeaveRow();
      case Tag::kBody:
      case Tag::kCaption:
      case Tag::kCol:
      case Tag::kColgroup:
      case Tag::kHtml:
      case Tag::kTd:
      case Tag::kTh:
        return true;
      default:
        break;
    }
  }
  return InTable(token);
}

// Leaves the row. If no row is open, returns true, so that the token is
// ignored.
bool TreeBuilder::LeaveRow() {
  if (!open_.HasInScope(Tag::kTr, kEndsTableScope)) return true;
  ClearStackBackTo({Tag::kTr});
  if (open_.CurrentIs(Tag::kTr)) Pop();
  mode_ = Mode::kInTableBody;
  return false;
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intd
bool TreeBuilder::InCell(Token& token) {
  if (token.type == TokenType::kStartTag &&
      IsOneOf(token.tag,
              {Tag::kCaption, Tag::kCol, Tag::kColgroup, Tag::kTbody, Tag::kTd,
               Tag::kTfoot, Tag::kTh, Tag::kThead, Tag::kTr})) {
    return LeaveCell();
  }
  if (token.type != TokenType::kEndTag) return InBody(token);
  switch (token.tag) {
    case Tag::kTd:
    case Tag::kTh:
      return EndCell(token);
    case Tag::kBody:
    case Tag::kCaption:
    case Tag::kCol:
    case Tag::kColgroup:
    case Tag::kHtml:
      return true;
    case Tag::kTable:
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kThead:
    case Tag::kTr:
      return !open_.HasInScope(token.tag, kEndsTableScope) || LeaveCell();
    default:
      return InBody(token);
  }
}

bool TreeBuilder::EndCell(Token& token) {
  if (!open_.HasInScope(token.tag, kEndsTableScope)) return true;
  GenerateImpliedEndTags();
  PopUntil(token.tag);
  formatting_.ClearToLastMarker();
  mode_ = Mode::kInRow;
  return true;
}

// https://html.spec.whatwg.org/multipage/parsing.html#close-the-cell
// If no cell is open, returns true, so that the token is ignored.
bool TreeBuilder::LeaveCell() {
  if (!open_.HasOneInScope({Tag::kTd, Tag::kTh}, kEndsTableScope)) return true;
  GenerateImpliedEndTags();
  PopUntilOneOf({Tag::kTd, Tag::kTh});
  formatting_.ClearToLastMarker();
  mode_ = Mode::kInRow;
  return false;
}

}  // namespace newsmill::html
