#include "document_builder.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace newsmill::html {

DocumentBuilder::DocumentBuilder(std::string_view input, const Limits& limits)
    : document_(input),
      attributes_(document_.attributes_, document_.text_,
                  limits.max_attributes_per_element),
      limits_(limits) {
  // Reserves memory for the usual number of nodes and attributes: about one
  // node and one attribute for every hundred bytes.
  const size_t expected = 16 + std::min(input.size() / 96, size_t{1} << 16U);
  document_.nodes_.reserve(expected);
  document_.attributes_.reserve(expected);
  MakeNode({.type = NodeType::kDocument});
}

NodeId DocumentBuilder::MakeElement(const Token& token, Namespace name_space) {
  attributes_.Keep();
  return MakeNode({.type = NodeType::kElement,
                   .tag = token.tag,
                   .name_space = name_space,
                   .text = token.text,
                   .first_attribute = attributes_.begin(),
                   .attribute_count = attributes_.size()});
}

NodeId DocumentBuilder::MakeElement(Tag tag) {
  return MakeNode({.type = NodeType::kElement, .tag = tag});
}

NodeId DocumentBuilder::MakeTextNode(TextSpan text) {
  return MakeNode({.type = NodeType::kText, .text = text});
}

NodeId DocumentBuilder::MakeComment(TextSpan text) {
  return MakeNode({.type = NodeType::kComment, .text = text});
}

NodeId DocumentBuilder::MakeDoctype(const Token& token) {
  attributes_.Start();
  attributes_.Append({.value = token.public_id.value_or(TextSpan())});
  attributes_.Append({.value = token.system_id.value_or(TextSpan())});
  attributes_.Keep();
  return MakeNode({.type = NodeType::kDoctype,
                   .text = token.text,
                   .first_attribute = attributes_.begin(),
                   .attribute_count = attributes_.size()});
}

NodeId DocumentBuilder::Clone(NodeId node) {
  Node copy = at(node);
  copy.parent = copy.previous_sibling = copy.next_sibling = kNoNode;
  copy.first_child = copy.last_child = kNoNode;
  if (copy.type == NodeType::kText) copy.attribute_count = 0;
  return MakeNode(copy);
}

NodeId DocumentBuilder::ContentsOf(NodeId element) const {
  const NodeId first = at(element).first_child;
  const bool has_contents =
      first != kNoNode && at(first).type == NodeType::kTemplateContents;
  return has_contents ? first : element;
}

void DocumentBuilder::GiveTemplateContents(NodeId element) {
  Append(MakeNode({.type = NodeType::kTemplateContents}), element);
}

void DocumentBuilder::Insert(NodeId node, InsertionPlace place) {
  Node& parent = at(place.parent);
  Node& inserted = at(node);
  const NodeId next = place.before;
  const NodeId previous =
      next == kNoNode ? parent.last_child : at(next).previous_sibling;
  inserted.parent = place.parent;
  inserted.previous_sibling = previous;
  inserted.next_sibling = next;
  (previous == kNoNode ? parent.first_child : at(previous).next_sibling) = node;
  (next == kNoNode ? parent.last_child : at(next).previous_sibling) = node;
}

void DocumentBuilder::Remove(NodeId node) {
  Node& removed = at(node);
  if (removed.parent == kNoNode) return;
  const NodeId previous = removed.previous_sibling;
  const NodeId next = removed.next_sibling;
  Node& parent = at(removed.parent);
  (previous == kNoNode ? parent.first_child : at(previous).next_sibling) = next;
  (next == kNoNode ? parent.last_child : at(next).previous_sibling) = previous;
  removed.parent = removed.previous_sibling = removed.next_sibling = kNoNode;
}

void DocumentBuilder::MoveChildren(NodeId from, NodeId to) {
  const NodeId first = at(from).first_child;
  if (first == kNoNode) return;
  for (NodeId n = first; n != kNoNode; n = at(n).next_sibling) {
    at(n).parent = to;
  }
  Node& target = at(to);
  at(first).previous_sibling = target.last_child;
  (target.last_child == kNoNode ? target.first_child
                                : at(target.last_child).next_sibling) = first;
  target.last_child = at(from).last_child;
  at(from).first_child = at(from).last_child = kNoNode;
}

void DocumentBuilder::InsertText(TextSpan text, InsertionPlace place) {
  const NodeId previous = place.before == kNoNode
                              ? at(place.parent).last_child
                              : at(place.before).previous_sibling;
  if (previous != kNoNode && at(previous).type == NodeType::kText) {
    Node& node = at(previous);
    node.text = document_.text_.Join(node.text, text, &node.attribute_count);
    return;
  }
  Insert(MakeTextNode(text), place);
}

void DocumentBuilder::AddMissingAttributes(NodeId element) {
  const auto old = document_.attributes(element);
  if (attributes_.size() == 0 || attributes_.Refuses(old.size() + 1)) return;
  std::vector<Attribute> missing;
  for (const Attribute& attribute : attributes_.current()) {
    const bool present = std::ranges::any_of(old, [&](const Attribute& other) {
      return attributes_.HaveSameName(attribute, other);
    });
    if (!present) missing.push_back(attribute);
  }
  if (missing.empty() || attributes_.Refuses(old.size() + missing.size())) {
    return;
  }
  missing.insert(missing.begin(), old.begin(), old.end());
  attributes_.Start();
  for (const Attribute& attribute : missing) attributes_.Append(attribute);
  attributes_.Keep();
  at(element).first_attribute = attributes_.begin();
  at(element).attribute_count = attributes_.size();
}

bool DocumentBuilder::HasTagName(NodeId element, const Token& token) const {
  if (at(element).tag != token.tag) return false;
  return token.tag != Tag::kUnknown || document_.text_.View(at(element).text) ==
                                           document_.text_.View(token.text);
}

uint64_t DocumentBuilder::AttributeSignature(NodeId element) const {
  const std::hash<std::string_view> hash;
  uint64_t sum = 0;
  for (const Attribute& attribute : document_.attributes(element)) {
    const uint64_t name = hash(document_.name(attribute));
    const uint64_t value = hash(document_.value(attribute));
    const uint64_t pair = (name * 0x9E3779B97F4A7C15ULL) ^ std::rotl(value, 31);
    sum += pair * 0xD6E8FEB86659FD93ULL;
  }
  return sum;
}

void DocumentBuilder::CloneChildren(NodeId from, NodeId to) {
  NodeId target = to;
  for (NodeId n = at(from).first_child; n != kNoNode && !IsFull();) {
    const NodeId copy = Clone(n);
    Append(copy, target);
    if (at(n).first_child != kNoNode) {
      n = at(n).first_child;
      target = copy;
      continue;
    }
    while (n != from && at(n).next_sibling == kNoNode) {
      n = at(n).parent;
      if (n != from) target = at(target).parent;
    }
    n = n == from ? kNoNode : at(n).next_sibling;
  }
}

Document DocumentBuilder::TakeDocument() {
  if (attributes_.overflowed()) document_.limits_met_.attributes = true;
  if (document_.text_.overflowed()) document_.limits_met_.input = true;
  attributes_.Start();
  return std::move(document_);
}

}  // namespace newsmill::html
