// https://html.spec.whatwg.org/multipage/parsing.html#creating-and-inserting-nodes
#include <algorithm>

#include "characters.h"
#include "tree_builder.h"

namespace newsmill::html {

InsertionPlace TreeBuilder::AppropriatePlace() {
  return AppropriatePlaceIn(current());
}

// https://html.spec.whatwg.org/multipage/parsing.html#appropriate-place-for-inserting-a-node
InsertionPlace TreeBuilder::AppropriatePlaceIn(const OpenElement& target) {
  if (foster_parenting_ && target.Has(kFosters)) return FosterPlace();
  if (target.tag == Tag::kTemplate) {
    return {.parent = nodes_.ContentsOf(target.node)};
  }
  return {.parent = target.node};
}

InsertionPlace TreeBuilder::FosterPlace() {
  const size_t last_template = open_.FindTag(Tag::kTemplate);
  const size_t last_table = open_.FindTag(Tag::kTable);
  if (last_template != OpenElements::kNone &&
      (last_table == OpenElements::kNone || last_template > last_table)) {
    return {.parent = nodes_.ContentsOf(open_[last_template].node)};
  }
  if (last_table == OpenElements::kNone) return {.parent = open_[0].node};
  const NodeId table = open_[last_table].node;
  const NodeId parent = nodes_.document().parent(table);
  if (parent != kNoNode) return {.parent = parent, .before = table};
  return {.parent = nodes_.ContentsOf(open_[last_table - 1].node)};
}

void TreeBuilder::InsertHtmlElement(Token& token) {
  const NodeId node = nodes_.MakeElement(token, Namespace::kHtml);
  OpenElement element = OpenElement::Html(node, token.tag);
  element.name_number = token.name_number;
  InsertNode(node, element);
}

void TreeBuilder::InsertImpliedElement(Tag tag) {
  const NodeId node = nodes_.MakeElement(tag);
  InsertNode(node, OpenElement::Html(node, tag));
}

// Inserts a node. If the maximum depth is reached, closes the current element
// first. The new element then becomes a sibling of the closed element.
void TreeBuilder::InsertNode(NodeId node, const OpenElement& open) {
  if (open_.size() >= limits_.max_depth) {
    nodes_.limits_met().depth = true;
    Pop();
  }
  nodes_.Insert(node, AppropriatePlace());
  open_.Push(open);
  NoteInserted(node, open.tag);
}

void TreeBuilder::InsertVoidElement(Token& token) {
  const NodeId node = nodes_.MakeElement(token, Namespace::kHtml);
  nodes_.Insert(node, AppropriatePlace());
}

// https://html.spec.whatwg.org/multipage/parsing.html#insert-a-character
void TreeBuilder::InsertText(TextSpan text) {
  nodes_.InsertText(text, AppropriatePlace());
}

void TreeBuilder::InsertComment(const Token& token) {
  nodes_.Insert(nodes_.MakeComment(token.text), AppropriatePlace());
}

void TreeBuilder::InsertCommentIn(NodeId parent, const Token& token) {
  nodes_.Append(nodes_.MakeComment(token.text), parent);
}

// https://html.spec.whatwg.org/multipage/parsing.html#generic-raw-text-element-parsing-algorithm
void TreeBuilder::InsertRawTextElement(Token& token, Tokenizer::State state) {
  InsertHtmlElement(token);
  tokenizer_.SwitchTo(state);
  original_mode_ = mode_;
  mode_ = Mode::kText;
}

// Removes the white space at the start of the token and returns this white
// space.
TextSpan TreeBuilder::TakeBlanks(Token& token) {
  const std::string_view text = nodes_.text().View(token.text);
  const auto* const end = std::ranges::find_if_not(text, newsmill::IsBlank);
  const auto length = static_cast<uint32_t>(end - text.begin());
  const TextSpan blanks = {token.text.offset, length};
  token.text.offset += length;
  token.text.length -= length;
  return blanks;
}

bool TreeBuilder::IsBlank(TextSpan text) {
  return std::ranges::all_of(nodes_.text().View(text), newsmill::IsBlank);
}

}  // namespace newsmill::html
