// Repairs formatting elements that are not nested correctly, as in
// "<b><i></b></i>".
#include "tree_builder.h"

namespace newsmill::html {

// https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements
void TreeBuilder::ReconstructFormatting() {
  const auto is_settled = [&](size_t i) {
    return formatting_[i].IsMarker() ||
           open_.Find(formatting_[i].node) != OpenElements::kNone;
  };
  size_t first = formatting_.size();
  while (first > 0 && !is_settled(first - 1)) --first;
  for (size_t i = first; i < formatting_.size(); ++i) {
    const NodeId node = nodes_.Clone(formatting_[i].node);
    const Tag tag = formatting_[i].tag;
    InsertNode(node, OpenElement::Html(node, tag));
    formatting_.Replace(i, node);
  }
}

// https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm
void TreeBuilder::RunAdoptionAgency(Token& token) {
  if (open_.CurrentIs(token.tag) &&
      formatting_.Find(current().node) == FormattingElements::kNone) {
    Pop();
    return;
  }
  for (int outer = 0; outer < 8; ++outer) {
    if (!AdoptOnce(token)) return;
  }
}

// Runs the outer loop of the adoption agency algorithm once. Returns false if
// the algorithm has ended.
bool TreeBuilder::AdoptOnce(Token& token) {
  const size_t entry = formatting_.FindTag(token.tag);
  if (entry == FormattingElements::kNone) {
    EndOrdinary(token);
    return false;
  }
  const NodeId node = formatting_[entry].node;
  const size_t formatting = open_.Find(node);
  if (formatting == OpenElements::kNone) {
    formatting_.Remove(entry);
    return false;
  }
  if (!open_.HasInScope(node)) return false;
  const size_t furthest = FindFurthestBlock(formatting);
  if (furthest == OpenElements::kNone) {
    PopTo(formatting);
    formatting_.Remove(entry);
    return false;
  }
  Adopt(formatting, furthest);
  return true;
}

size_t TreeBuilder::FindFurthestBlock(size_t formatting) const {
  for (size_t i = formatting + 1; i < open_.size(); ++i) {
    if (open_[i].Has(kSpecial)) return i;
  }
  return OpenElements::kNone;
}

// Moves the furthest block out of the formatting element. Moves the children of
// the block into a copy of the formatting element, and this copy into the
// block. `formatting` and `furthest` are the indices of the formatting element
// and of the block in open_.
void TreeBuilder::Adopt(size_t formatting, size_t furthest) {
  const OpenElement element = open_[formatting];
  const OpenElement block = open_[furthest];
  const OpenElement common_ancestor = open_[formatting - 1];
  NodeId after = kNoNode;  // the bookmark is after the entry of this element
  const NodeId last = AdoptBetween(formatting, furthest, &after);

  nodes_.Remove(last);
  nodes_.Insert(last, AppropriatePlaceIn(common_ancestor));

  const OpenElement copy = CloneOf(element);
  const NodeId contents = nodes_.ContentsOf(block.node);
  nodes_.MoveChildren(contents, copy.node);
  nodes_.Append(copy.node, contents);

  size_t bookmark = formatting_.Find(element.node);
  if (after != kNoNode) {
    formatting_.Remove(bookmark);
    bookmark = formatting_.Find(after) + 1;
    formatting_.Insert(bookmark, copy.node, copy.tag);
  } else {
    formatting_.Replace(bookmark, copy.node);
  }
  open_.Remove(open_.Find(element.node));
  open_.Insert(open_.Find(block.node) + 1, copy);
}

// Runs the inner loop of the algorithm for the open elements between the
// indices `formatting` and `furthest`. Copies the formatting elements, and
// removes the other elements from the stack. The copies are nested, and the
// innermost copy contains the furthest block. Returns the outermost copy, or
// the block if there is no copy.
NodeId TreeBuilder::AdoptBetween(size_t formatting, size_t furthest,
                                 NodeId* after) {
  NodeId last = open_[furthest].node;
  int inner = 0;
  for (size_t i = furthest - 1; i > formatting; --i) {
    ++inner;
    size_t entry = formatting_.Find(open_[i].node);
    if (inner > 3 && entry != FormattingElements::kNone) {
      formatting_.Remove(entry);
      entry = FormattingElements::kNone;
    }
    if (entry == FormattingElements::kNone) {
      open_.Remove(i);
      continue;
    }
    const OpenElement copy = CloneOf(open_[i]);
    formatting_.Replace(entry, copy.node);
    open_.Replace(i, copy);
    if (*after == kNoNode) *after = copy.node;
    nodes_.Remove(last);
    nodes_.Append(last, copy.node);
    last = copy.node;
  }
  return last;
}

OpenElement TreeBuilder::CloneOf(const OpenElement& element) {
  OpenElement copy = element;
  copy.node = nodes_.Clone(element.node);
  return copy;
}

}  // namespace newsmill::html
