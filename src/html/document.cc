#include "newsmill/html/document.h"

namespace newsmill::html {

std::string_view Document::name(NodeId node) const {
  const Node& n = nodes_[node];
  if (n.type == NodeType::kDoctype) return text_.View(n.text);
  if (n.type != NodeType::kElement) return {};
  if (n.tag == Tag::kUnknown) return text_.View(n.text);
  return n.name_space == Namespace::kSvg ? MixedCaseName(n.tag) : Name(n.tag);
}

std::string_view Document::text(NodeId node) const {
  const Node& n = nodes_[node];
  if (n.type != NodeType::kText && n.type != NodeType::kComment) return {};
  return text_.View(n.text);
}

NodeId Document::NextAfterSubtree(NodeId node, NodeId top) const {
  while (node != top) {
    const NodeId sibling = nodes_[node].next_sibling;
    if (sibling != kNoNode) return sibling;
    node = nodes_[node].parent;
  }
  return kNoNode;
}

std::span<const Attribute> Document::attributes(NodeId node) const {
  const Node& n = nodes_[node];
  if (n.type != NodeType::kElement) return {};
  return std::span(attributes_).subspan(n.first_attribute, n.attribute_count);
}

std::string_view Document::name(const Attribute& attribute) const {
  if (attribute.id == Attr::kUnknown) return text_.View(attribute.name);
  return attribute.mixed_case ? MixedCaseName(attribute.id)
                              : Name(attribute.id);
}

std::optional<std::string_view> Document::Find(NodeId node, Attr id) const {
  for (const Attribute& attribute : attributes(node)) {
    if (attribute.id == id) return value(attribute);
  }
  return std::nullopt;
}

std::optional<std::string_view> Document::Find(NodeId node,
                                               std::string_view name) const {
  if (const Attr id = FindAttr(name); id != Attr::kUnknown) {
    return Find(node, id);
  }
  for (const Attribute& attribute : attributes(node)) {
    if (attribute.id == Attr::kUnknown && text_.View(attribute.name) == name) {
      return value(attribute);
    }
  }
  return std::nullopt;
}

NodeId Document::FirstDescendant(NodeId node, Tag tag) const {
  for (const NodeId descendant : Descendants(node)) {
    if (Is(descendant, tag)) return descendant;
  }
  return kNoNode;
}

void Document::AppendText(NodeId node, std::string& out) const {
  for (NodeId n = node; n != kNoNode;) {
    if (IsText(n)) out += text_.View(nodes_[n].text);
    n = type(n) == NodeType::kTemplateContents && n != node
            ? NextAfterSubtree(n, node)
            : Next(n, node);
  }
}

std::string_view Document::public_id(NodeId doctype) const {
  return value(attributes_[nodes_[doctype].first_attribute]);
}

std::string_view Document::system_id(NodeId doctype) const {
  return value(attributes_[nodes_[doctype].first_attribute + 1]);
}

}  // namespace newsmill::html
