// Processes the start tags of
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
#include "newsmill/base/ascii.h"
#include "tree_builder.h"

namespace newsmill::html {

bool TreeBuilder::StartHtml(Token& /*token*/) {
  if (!open_.Contains(Tag::kTemplate)) {
    nodes_.AddMissingAttributes(open_[0].node);
  }
  return true;
}

bool TreeBuilder::StartBody(Token& /*token*/) {
  if (open_.size() < 2 || open_[1].tag != Tag::kBody ||
      open_.Contains(Tag::kTemplate)) {
    return true;
  }
  frameset_ok_ = false;
  nodes_.AddMissingAttributes(open_[1].node);
  return true;
}

bool TreeBuilder::StartFrameset(Token& token) {
  if (open_.size() < 2 || open_[1].tag != Tag::kBody || !frameset_ok_) {
    return true;
  }
  nodes_.Remove(open_[1].node);
  nodes_.set_body(kNoNode);
  PopTo(1);
  InsertHtmlElement(token);
  mode_ = Mode::kInFrameset;
  return true;
}

bool TreeBuilder::StartBlock(Token& token) {
  CloseParagraphInButtonScope();
  InsertHtmlElement(token);
  return true;
}

bool TreeBuilder::StartHeading(Token& token) {
  CloseParagraphInButtonScope();
  if (open_.CurrentIsOneOf(kHeadings)) Pop();
  InsertHtmlElement(token);
  return true;
}

bool TreeBuilder::StartPre(Token& token) {
  CloseParagraphInButtonScope();
  InsertHtmlElement(token);
  drop_line_feed_ = true;
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartForm(Token& token) {
  const bool in_template = open_.Contains(Tag::kTemplate);
  if (form_ != kNoNode && !in_template) return true;
  CloseParagraphInButtonScope();
  InsertHtmlElement(token);
  if (!in_template) form_ = current().node;
  return true;
}

bool TreeBuilder::StartListItem(Token& token) {
  CloseItem({Tag::kLi});
  InsertHtmlElement(token);
  return true;
}

bool TreeBuilder::StartDefinition(Token& token) {
  CloseItem({Tag::kDd, Tag::kDt});
  InsertHtmlElement(token);
  return true;
}

// Closes the previous list item, because a new list item begins. `tags` are the
// tags of such list items: li, or dd and dt.
void TreeBuilder::CloseItem(std::initializer_list<Tag> tags) {
  frameset_ok_ = false;
  for (size_t i = open_.size(); i-- > 0;) {
    const OpenElement& element = open_[i];
    if (IsOneOf(element.tag, tags)) {
      GenerateImpliedEndTags(element.tag);
      PopTo(i);
      break;
    }
    const bool passes =
        IsOneOf(element.tag, {Tag::kAddress, Tag::kDiv, Tag::kP});
    if (element.Has(kSpecial) && !passes) break;
  }
  CloseParagraphInButtonScope();
}

bool TreeBuilder::StartPlaintext(Token& token) {
  CloseParagraphInButtonScope();
  InsertHtmlElement(token);
  tokenizer_.SwitchTo(Tokenizer::State::kPlaintext);
  return true;
}

bool TreeBuilder::StartButton(Token& token) {
  if (open_.HasInScope(Tag::kButton)) {
    GenerateImpliedEndTags();
    PopUntil(Tag::kButton);
  }
  ReconstructFormatting();
  InsertHtmlElement(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartAnchor(Token& token) {
  const size_t entry = formatting_.FindTag(Tag::kA);
  if (entry != FormattingElements::kNone) {
    const NodeId anchor = formatting_[entry].node;
    RunAdoptionAgency(token);
    const size_t left = formatting_.Find(anchor);
    if (left != FormattingElements::kNone) formatting_.Remove(left);
    const size_t open = open_.Find(anchor);
    if (open != OpenElements::kNone) open_.Remove(open);
  }
  return StartFormatting(token);
}

bool TreeBuilder::StartFormatting(Token& token) {
  ReconstructFormatting();
  InsertHtmlElement(token);
  formatting_.Push(current().node, token.tag);
  return true;
}

bool TreeBuilder::StartNobr(Token& token) {
  ReconstructFormatting();
  if (open_.HasInScope(Tag::kNobr)) RunAdoptionAgency(token);
  return StartFormatting(token);
}

bool TreeBuilder::StartAppletLike(Token& token) {
  ReconstructFormatting();
  InsertHtmlElement(token);
  formatting_.PushMarker();
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartTable(Token& token) {
  if (nodes_.document().quirks_mode() != QuirksMode::kQuirks) {
    CloseParagraphInButtonScope();
  }
  InsertHtmlElement(token);
  frameset_ok_ = false;
  mode_ = Mode::kInTable;
  return true;
}

bool TreeBuilder::StartVoid(Token& token) {
  ReconstructFormatting();
  InsertVoidElement(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartInput(Token& token) {
  if (open_.HasInScope(Tag::kSelect)) PopUntil(Tag::kSelect);
  ReconstructFormatting();
  InsertVoidElement(token);
  if (!IsHiddenInput()) frameset_ok_ = false;
  return true;
}

bool TreeBuilder::IsHiddenInput() {
  for (const Attribute& attribute : nodes_.attributes().current()) {
    if (attribute.id == Attr::kType) {
      return EqualsIgnoringCase(nodes_.document().value(attribute), "hidden");
    }
  }
  return false;
}

bool TreeBuilder::StartVoidQuietly(Token& token) {
  InsertVoidElement(token);
  return true;
}

bool TreeBuilder::StartHr(Token& token) {
  CloseParagraphInButtonScope();
  if (open_.HasInScope(Tag::kSelect)) GenerateImpliedEndTags();
  InsertVoidElement(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartImage(Token& token) {
  token.tag = Tag::kImg;
  return false;
}

bool TreeBuilder::StartTextarea(Token& token) {
  InsertRawTextElement(token, Tokenizer::State::kRcdata);
  drop_line_feed_ = true;
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartXmp(Token& token) {
  CloseParagraphInButtonScope();
  ReconstructFormatting();
  return StartIframe(token);
}

bool TreeBuilder::StartIframe(Token& token) {
  frameset_ok_ = false;
  return StartRawText(token);
}

bool TreeBuilder::StartRawText(Token& token) {
  InsertRawTextElement(token, Tokenizer::State::kRawtext);
  return true;
}

bool TreeBuilder::StartSelect(Token& token) {
  if (open_.HasInScope(Tag::kSelect)) {
    PopUntil(Tag::kSelect);
    return true;
  }
  ReconstructFormatting();
  InsertHtmlElement(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::StartOption(Token& token) {
  if (open_.HasInScope(Tag::kSelect)) {
    GenerateImpliedEndTags(Tag::kOptgroup);
  } else if (open_.CurrentIs(Tag::kOption)) {
    Pop();
  }
  return StartOrdinary(token);
}

bool TreeBuilder::StartOptgroup(Token& token) {
  if (open_.HasInScope(Tag::kSelect)) {
    GenerateImpliedEndTags();
  } else if (open_.CurrentIs(Tag::kOption)) {
    Pop();
  }
  return StartOrdinary(token);
}

bool TreeBuilder::StartRubyBase(Token& token) {
  if (open_.HasInScope(Tag::kRuby)) GenerateImpliedEndTags();
  InsertHtmlElement(token);
  return true;
}

bool TreeBuilder::StartRubyText(Token& token) {
  if (open_.HasInScope(Tag::kRuby)) GenerateImpliedEndTags(Tag::kRtc);
  InsertHtmlElement(token);
  return true;
}

bool TreeBuilder::StartMath(Token& token) {
  ReconstructFormatting();
  InsertForeignElement(token, Namespace::kMathMl);
  return true;
}

bool TreeBuilder::StartSvg(Token& token) {
  ReconstructFormatting();
  InsertForeignElement(token, Namespace::kSvg);
  return true;
}

bool TreeBuilder::Ignore(Token& /*token*/) { return true; }

bool TreeBuilder::StartOrdinary(Token& token) {
  ReconstructFormatting();
  InsertHtmlElement(token);
  return true;
}

}  // namespace newsmill::html
