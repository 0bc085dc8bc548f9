// Makes the nodes of a document and links them. The rules of HTML are in
// TreeBuilder.
#pragma once

#include <cstdint>

#include "attribute_list.h"
#include "newsmill/html/document.h"
#include "newsmill/html/parse.h"
#include "token.h"

namespace newsmill::html {

/// Where to insert a node: as the last child of `parent`, or before a sibling.
struct InsertionPlace {
  NodeId parent = kNoNode;
  NodeId before = kNoNode;
};

class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view input, const Limits& limits);

  TextStore& text() { return document_.text_; }
  AttributeList& attributes() { return attributes_; }
  Document& document() { return document_; }
  const Document& document() const { return document_; }
  LimitsMet& limits_met() { return document_.limits_met_; }
  bool IsFull() const {
    return document_.nodes_.size() >= limits_.max_nodes ||
           document_.attributes_.size() >= limits_.max_attributes;
  }

  void set_html(NodeId node) { document_.html_ = node; }
  void set_head(NodeId node) { document_.head_ = node; }
  void set_body(NodeId node) { document_.body_ = node; }
  void set_quirks_mode(QuirksMode mode) { document_.quirks_mode_ = mode; }

  /// Make nodes without a parent. An element gets the attributes of the last
  /// tag.
  NodeId MakeElement(const Token& token, Namespace name_space);
  NodeId MakeElement(Tag tag);  // without attributes
  NodeId MakeTextNode(TextSpan text);
  NodeId MakeComment(TextSpan text);
  NodeId MakeDoctype(const Token& token);
  /// Returns a copy of an element with its attributes, without children.
  NodeId Clone(NodeId node);

  /// Returns the node that is the parent of the content of an element: the
  /// template contents if the element has them, or else the element itself.
  NodeId ContentsOf(NodeId element) const;
  void GiveTemplateContents(NodeId element);

  void Insert(NodeId node, InsertionPlace place);
  void Append(NodeId node, NodeId parent) { Insert(node, {.parent = parent}); }
  void Remove(NodeId node);
  void MoveChildren(NodeId from, NodeId to);
  /// Appends the text to the text node before `place`. Inserts a new text node
  /// if there is no text node before `place`.
  void InsertText(TextSpan text, InsertionPlace place);

  /// Adds to the element those attributes of the last tag that the element does
  /// not have yet.
  void AddMissingAttributes(NodeId element);
  /// Returns a hash of the element's attributes that does not depend on their
  /// order. Different attributes give the same hash with a probability of 1 in
  /// 2^64.
  uint64_t AttributeSignature(NodeId element) const;
  /// Returns whether the element's name, in lower case, equals the name of the
  /// tag.
  bool HasTagName(NodeId element, const Token& token) const;
  /// Appends copies of all descendants of `from` to `to`.
  void CloneChildren(NodeId from, NodeId to);

  Document TakeDocument();

 private:
  using Node = Document::Node;

  NodeId MakeNode(const Node& node) {
    document_.nodes_.push_back(node);
    return static_cast<NodeId>(document_.nodes_.size() - 1);
  }
  Node& at(NodeId node) { return document_.nodes_[node]; }
  const Node& at(NodeId node) const { return document_.nodes_[node]; }

  Document document_;
  AttributeList attributes_;
  Limits limits_;
};

}  // namespace newsmill::html
