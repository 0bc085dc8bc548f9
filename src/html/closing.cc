// Closes open elements.
#include "tree_builder.h"

namespace newsmill::html {

// Removes the current element from the stack of open elements. Every function
// that pops an element must use Pop, because Pop also updates the state that
// depends on the element.
void TreeBuilder::Pop() {
  const OpenElement element = current();
  open_.Pop();
  if (element.tag == Tag::kOption) CloneSelectedOption(element.node);
  if (element.tag == Tag::kTemplate) template_modes_.pop_back();
}

void TreeBuilder::PopUntil(Tag tag) {
  while (open_.size() > 1) {
    const bool found = open_.CurrentIs(tag);
    Pop();
    if (found) return;
  }
}

void TreeBuilder::PopUntilOneOf(std::initializer_list<Tag> tags) {
  while (open_.size() > 1) {
    const bool found = open_.CurrentIsOneOf(tags);
    Pop();
    if (found) return;
  }
}

void TreeBuilder::PopTo(size_t size) {
  while (open_.size() > size) Pop();
}

// https://html.spec.whatwg.org/multipage/parsing.html#generate-implied-end-tags
void TreeBuilder::GenerateImpliedEndTags(Tag except) {
  while (current().Has(kImpliedEnd) && current().tag != except) Pop();
}

void TreeBuilder::GenerateImpliedEndTagsThoroughly() {
  while (current().Has(kThoroughlyImpliedEnd)) Pop();
}

// https://html.spec.whatwg.org/multipage/parsing.html#close-a-p-element
void TreeBuilder::CloseParagraph() {
  GenerateImpliedEndTags(Tag::kP);
  PopUntil(Tag::kP);
}

void TreeBuilder::CloseParagraphInButtonScope() {
  if (open_.HasInScope(Tag::kP, kEndsButtonScope)) CloseParagraph();
}

}  // namespace newsmill::html
