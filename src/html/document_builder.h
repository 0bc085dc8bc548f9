// Makes the nodes of a document and links them. The rules of HTML are in
// TreeBuilder.
#pragma once

#include <cstdint>

#include "attribute_list.h"
#include "newsmill/html/document.h"
#include "newsmill/html/parse.h"
#include "token.h"

namespace newsmill::html {

/// The place for a new node. If `before` is not kNoNode, the node is inserted
/// before this child of `parent`. Otherwise it becomes the last child of
/// `parent`.
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

  /// Each of these functions makes a node without a parent. An element gets the
  /// attributes of the last tag that the tokenizer has read.
  NodeId MakeElement(const Token& token, Namespace name_space);
  NodeId MakeElement(Tag tag);  // without attributes
  NodeId MakeTextNode(TextSpan text);
  NodeId MakeComment(TextSpan text);
  NodeId MakeDoctype(const Token& token);
  /// Returns a copy of an element. The copy has the same attributes, but no
  /// children.
  NodeId Clone(NodeId node);

  /// Returns the node that gets the children of `element`. This node is the
  /// template contents for a template element, and `element` for any other
  /// element.
  NodeId ContentsOf(NodeId element) const;
  void GiveTemplateContents(NodeId element);
  /// Makes a template element the shadow root of its parent. Browsers render a
  /// shadow root in place of the other children of the parent. The document
  /// has no shadow trees, so the element becomes a `div` element.
  void MakeShadowRoot(NodeId element) { at(element).tag = Tag::kDiv; }

  void Insert(NodeId node, InsertionPlace place);
  void Append(NodeId node, NodeId parent) { Insert(node, {.parent = parent}); }
  void Remove(NodeId node);
  void MoveChildren(NodeId from, NodeId to);
  /// Appends the text to the text node directly before `place`. If there is no
  /// such text node, inserts a new text node at `place`.
  void InsertText(TextSpan text, InsertionPlace place);

  /// Adds attributes of the last tag to `element`. Skips attributes that
  /// `element` already has.
  void AddMissingAttributes(NodeId element);
  /// Returns a hash of the attributes of `element`. The order of the attributes
  /// does not matter. Elements with different attributes have the same hash
  /// with a probability of 1 in 2^64.
  uint64_t AttributeSignature(NodeId element) const;
  /// Returns whether the name of `element`, in lower case, equals the name of
  /// the tag `token`.
  bool HasTagName(NodeId element, const Token& token) const;
  /// Copies all descendants of `from`, and adds the copies to `to`.
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
