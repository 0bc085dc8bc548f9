// Processes the end tags of
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
#include <utility>

#include "tree_builder.h"

namespace newsmill::html {

bool TreeBuilder::EndBody(Token& /*token*/) {
  if (open_.HasInScope(Tag::kBody)) mode_ = Mode::kAfterBody;
  return true;
}

bool TreeBuilder::EndHtml(Token& /*token*/) {
  if (!open_.HasInScope(Tag::kBody)) return true;
  mode_ = Mode::kAfterBody;
  return false;
}

bool TreeBuilder::EndBlock(Token& token) {
  if (!open_.HasInScope(token.tag)) return true;
  GenerateImpliedEndTags();
  PopUntil(token.tag);
  return true;
}

bool TreeBuilder::EndForm(Token& /*token*/) {
  if (open_.Contains(Tag::kTemplate)) {
    if (!open_.HasInScope(Tag::kForm)) return true;
    GenerateImpliedEndTags();
    PopUntil(Tag::kForm);
    return true;
  }
  const NodeId form = std::exchange(form_, kNoNode);
  if (form == kNoNode || !open_.HasInScope(form)) return true;
  GenerateImpliedEndTags();
  open_.Remove(open_.Find(form));
  return true;
}

bool TreeBuilder::EndParagraph(Token& /*token*/) {
  if (!open_.HasInScope(Tag::kP, kEndsButtonScope)) {
    InsertImpliedElement(Tag::kP);
  }
  CloseParagraph();
  return true;
}

bool TreeBuilder::EndListItem(Token& /*token*/) {
  if (!open_.HasInScope(Tag::kLi, kEndsListItemScope)) return true;
  GenerateImpliedEndTags(Tag::kLi);
  PopUntil(Tag::kLi);
  return true;
}

bool TreeBuilder::EndDefinition(Token& token) {
  if (!open_.HasInScope(token.tag)) return true;
  GenerateImpliedEndTags(token.tag);
  PopUntil(token.tag);
  return true;
}

bool TreeBuilder::EndHeading(Token& /*token*/) {
  if (!open_.HasOneInScope(kHeadings, kEndsScope)) return true;
  GenerateImpliedEndTags();
  PopUntilOneOf(kHeadings);
  return true;
}

bool TreeBuilder::EndFormatting(Token& token) {
  RunAdoptionAgency(token);
  return true;
}

bool TreeBuilder::EndAppletLike(Token& token) {
  if (!open_.HasInScope(token.tag)) return true;
  GenerateImpliedEndTags();
  PopUntil(token.tag);
  formatting_.ClearToLastMarker();
  return true;
}

// Reads "</br>" as "<br>".
bool TreeBuilder::EndBr(Token& token) {
  nodes_.attributes().Clear();
  return StartVoid(token);
}

bool TreeBuilder::EndOrdinary(Token& token) {
  if (!open_.MayContain(token.name_number)) return true;
  for (size_t i = open_.size(); i-- > 0;) {
    if (open_[i].name_number == token.name_number &&
        open_[i].name_space == Namespace::kHtml &&
        nodes_.HasTagName(open_[i].node, token)) {
      GenerateImpliedEndTags(token.tag);
      // Index i is still valid, because GenerateImpliedEndTags has closed only
      // elements above i.
      PopTo(i);
      return true;
    }
    if (open_[i].Has(kSpecial)) return true;
  }
  return true;
}

}  // namespace newsmill::html
