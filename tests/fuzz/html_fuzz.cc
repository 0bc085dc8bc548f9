// Any bytes give a consistent tree within its limits. Normalising line ends
// before parsing does not change the tree.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "../html/sketch.h"
#include "newsmill/base/check.h"
#include "newsmill/html/parse.h"

namespace newsmill::html {
namespace {

constexpr Limits kLimits = {.max_nodes = 2000,
                            .max_attributes = 1000,
                            .max_attributes_per_element = 20,
                            .max_depth = 30,
                            .max_formatting = 20};

void CheckLinks(const Document& document, NodeId node) {
  NodeId previous = kNoNode;
  for (const NodeId child : document.Children(node)) {
    NEWSMILL_CHECK(document.parent(child) == node);
    NEWSMILL_CHECK(document.previous_sibling(child) == previous);
    previous = child;
  }
  NEWSMILL_CHECK(document.last_child(node) == previous);
}

// Reads every byte of the node's name, text and attributes.
size_t Touch(const Document& document, NodeId node) {
  size_t sum = 0;
  const auto add = [&](std::string_view text) {
    for (const char c : text) sum += static_cast<unsigned char>(c);
  };
  add(document.name(node));
  add(document.text(node));
  for (const Attribute& attribute : document.attributes(node)) {
    add(document.name(attribute));
    add(document.value(attribute));
  }
  return sum;
}

// Checks the tree under `top`. Returns its number of nodes.
size_t CheckTree(const Document& document, NodeId top) {
  size_t nodes = 0;
  size_t depth = 0;
  for (NodeId node = top; node != kNoNode;) {
    ++nodes;
    NEWSMILL_CHECK(nodes <= document.node_count());
    NEWSMILL_CHECK(depth <= 4 * kLimits.max_depth);
    CheckLinks(document, node);
    Touch(document, node);
    if (document.first_child(node) != kNoNode) {
      node = document.first_child(node);
      ++depth;
      continue;
    }
    while (node != top && document.next_sibling(node) == kNoNode) {
      node = document.parent(node);
      --depth;
    }
    node = node == top ? kNoNode : document.next_sibling(node);
  }
  return nodes;
}

// Each node is in exactly one tree: the document's, or one that was removed
// from it.
void HangsTogether(const Document& document) {
  size_t nodes = 0;
  for (NodeId node = 0; node < document.node_count(); ++node) {
    if (document.parent(node) == kNoNode) nodes += CheckTree(document, node);
  }
  NEWSMILL_CHECK(nodes == document.node_count());
  NEWSMILL_CHECK(nodes <= kLimits.max_nodes + 500);
  NEWSMILL_CHECK(document.Is(document.html(), Tag::kHtml));
}

std::string WithLineFeedsOnly(std::string_view input) {
  std::string out;
  for (size_t i = 0; i < input.size(); ++i) {
    if (input[i] != '\r') {
      out += input[i];
    } else if (i + 1 == input.size() || input[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

void IsTheSameWithOtherLineEnds(const Document& document,
                                std::string_view input) {
  const std::string normalized = WithLineFeedsOnly(input);
  const Document other = Parse(normalized, kLimits);
  NEWSMILL_CHECK(Sketch(document, document.root()) ==
                 Sketch(other, other.root()));
}

}  // namespace
}  // namespace newsmill::html

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  // A copy of exact size, so that the sanitizer detects a read past its end.
  const std::vector<char> copy(bytes, bytes + size);
  const std::string_view input(copy.data(), copy.size());
  const auto document = newsmill::html::Parse(input, newsmill::html::kLimits);
  newsmill::html::HangsTogether(document);
  newsmill::html::IsTheSameWithOtherLineEnds(document, input);
  return 0;
}
