#include "sketch.h"

namespace newsmill::html {
namespace {

std::string ElementName(const Document& document, NodeId node) {
  std::string name(document.name(node));
  if (document.name_space(node) == Namespace::kSvg) name.insert(0, "svg:");
  if (document.name_space(node) == Namespace::kMathMl) name.insert(0, "math:");
  std::string attributes;
  for (const Attribute& attribute : document.attributes(node)) {
    if (!attributes.empty()) attributes += ' ';
    attributes += document.name(attribute);
    attributes += '=';
    attributes += document.value(attribute);
  }
  return attributes.empty() ? name : name + '{' + attributes + '}';
}

std::string Label(const Document& document, NodeId node) {
  const std::string text(document.text(node));
  switch (document.type(node)) {
    case NodeType::kDocument:
      return "document";
    case NodeType::kDoctype:
      return "!" + std::string(document.name(node));
    case NodeType::kElement:
      return ElementName(document, node);
    case NodeType::kText:
      return "'" + text + "'";
    case NodeType::kComment:
      return "<!--" + text + "-->";
    case NodeType::kTemplateContents:
      return "contents";
  }
  return "";
}

}  // namespace

std::string Sketch(const Document& document, NodeId top) {
  std::string out;
  for (NodeId node = document.first_child(top); node != kNoNode;) {
    if (!out.empty() && !out.ends_with('[')) out += ' ';
    out += Label(document, node);
    if (document.first_child(node) != kNoNode) {
      out += '[';
      node = document.first_child(node);
      continue;
    }
    while (node != top && document.next_sibling(node) == kNoNode) {
      node = document.parent(node);
      if (node != top) out += ']';
    }
    node = node == top ? kNoNode : document.next_sibling(node);
  }
  return out;
}

std::string SketchOf(std::string_view input, const Limits& limits) {
  const Document document = Parse(input, limits);
  return Sketch(document, document.root());
}

std::string BodyOf(std::string_view input, const Limits& limits) {
  const Document document = Parse(input, limits);
  return Sketch(document, document.body());
}

}  // namespace newsmill::html
