#include "tree_dump.h"

#include <algorithm>
#include <vector>

namespace newsmill::html {
namespace {

std::string_view Prefix(Namespace name_space) {
  switch (name_space) {
    case Namespace::kHtml:
      return "";
    case Namespace::kMathMl:
      return "math ";
    case Namespace::kSvg:
      return "svg ";
  }
  return "";
}

// "xlink:href" in its name space is "xlink href".
std::string AttributeName(const Document& document,
                          const Attribute& attribute) {
  std::string name(document.name(attribute));
  if (attribute.name_space == AttributeNamespace::kNone) return name;
  const size_t colon = name.find(':');
  if (colon == std::string::npos) return "xmlns " + name;
  name[colon] = ' ';
  return name;
}

std::string Doctype(const Document& document, NodeId node) {
  std::string line = "<!DOCTYPE ";
  line += document.name(node);
  const auto public_id = document.public_id(node);
  const auto system_id = document.system_id(node);
  if (!public_id.empty() || !system_id.empty()) {
    line += " \"";
    line += public_id;
    line += "\" \"";
    line += system_id;
    line += '"';
  }
  return line + ">";
}

std::string Line(const Document& document, NodeId node) {
  const std::string text(document.text(node));
  switch (document.type(node)) {
    case NodeType::kDocument:
      return "";
    case NodeType::kDoctype:
      return Doctype(document, node);
    case NodeType::kElement:
      return "<" + std::string(Prefix(document.name_space(node))) +
             std::string(document.name(node)) + ">";
    case NodeType::kText:
      return '"' + text + '"';
    case NodeType::kComment:
      return "<!-- " + text + " -->";
    case NodeType::kTemplateContents:
      return "content";
  }
  return "";
}

std::vector<std::string> AttributeLines(const Document& document, NodeId node) {
  std::vector<std::string> lines;
  for (const Attribute& attribute : document.attributes(node)) {
    std::string line = AttributeName(document, attribute);
    line += "=\"";
    line += document.value(attribute);
    lines.push_back(line + '"');
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

std::string DumpTree(const Document& document) {
  std::string out;
  int depth = 0;
  const auto write = [&](int at, const std::string& line) {
    out += "| " + std::string(2 * static_cast<size_t>(at), ' ') + line + "\n";
  };
  for (NodeId node = document.first_child(document.root()); node != kNoNode;) {
    write(depth, Line(document, node));
    for (const auto& line : AttributeLines(document, node)) {
      write(depth + 1, line);
    }
    if (document.first_child(node) != kNoNode) {
      node = document.first_child(node);
      ++depth;
      continue;
    }
    while (node != document.root() && document.next_sibling(node) == kNoNode) {
      node = document.parent(node);
      --depth;
    }
    node = node == document.root() ? kNoNode : document.next_sibling(node);
  }
  return out;
}

}  // namespace newsmill::html
