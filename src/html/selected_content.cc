// https://html.spec.whatwg.org/multipage/form-elements.html#the-selectedcontent-element
// A selectedcontent element contains a copy of the selected option of its
// select element.
#include "tree_builder.h"

namespace newsmill::html {

// If `node` is an option or a selectedcontent element, stores `node` for the
// open select element. The selected option is the last option with the
// attribute `selected`, or else the first option that is not disabled.
void TreeBuilder::NoteInserted(NodeId node, Tag tag) {
  if (tag != Tag::kOption && tag != Tag::kSelectedcontent) return;
  const size_t open_select = open_.FindTag(Tag::kSelect);
  if (open_select == OpenElements::kNone) return;
  if (open_[open_select].node != select_) {
    select_ = open_[open_select].node;
    selected_option_ = selected_content_ = kNoNode;
  }
  const Document& document = nodes_.document();
  if (tag == Tag::kSelectedcontent) {
    if (selected_content_ == kNoNode) selected_content_ = node;
  } else if (document.Find(node, Attr::kSelected) ||
             (selected_option_ == kNoNode &&
              !document.Find(node, Attr::kDisabled))) {
    selected_option_ = node;
  }
}

// https://html.spec.whatwg.org/multipage/form-elements.html#maybe-clone-an-option-into-selectedcontent
void TreeBuilder::CloneSelectedOption(NodeId option) {
  if (option != selected_option_ || selected_content_ == kNoNode) return;
  const Document& document = nodes_.document();
  if (document.Find(select_, Attr::kMultiple)) return;
  // If the option contains the selectedcontent element, the option is not
  // copied.
  for (NodeId n = selected_content_; n != kNoNode; n = document.parent(n)) {
    if (n == option) return;
  }
  while (document.first_child(selected_content_) != kNoNode) {
    nodes_.Remove(document.first_child(selected_content_));
  }
  nodes_.CloneChildren(option, selected_content_);
}

}  // namespace newsmill::html
