// Makes the nodes of a document and links them; knows nothing of HTML's rules.
#pragma once

#include <cstdint>

#include "attribute_list.h"
#include "newsmill/html/document.h"
#include "newsmill/html/parse.h"
#include "token.h"

namespace newsmill::html {

/// Where a node goes: as the last child of `parent`, or before that sibling.
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

  /// These make nodes that stand nowhere yet. An element takes the attributes
  /// of the tag that was read last.
  NodeId MakeElement(const Token& token, Namespace name_space);
  NodeId MakeElement(Tag tag);  // without attributes
  NodeId MakeTextNode(TextSpan text);
  NodeId MakeComment(TextSpan text);
  NodeId MakeDoctype(const Token& token);
  /// Name and attributes are the same, children are none.
  NodeId Clone(NodeId node);

  /// What is inserted into an element goes there: into its template contents
  /// where it has them.
  NodeId ContentsOf(NodeId element) const;
  void GiveTemplateContents(NodeId element);

  void Insert(NodeId node, InsertionPlace place);
  void Append(NodeId node, NodeId parent) { Insert(node, {.parent = parent}); }
  void Remove(NodeId node);
  void MoveChildren(NodeId from, NodeId to);
  /// Joins it to the text that stands there already.
  void InsertText(TextSpan text, InsertionPlace place);

  /// Adds those attributes of the last tag that the element does not have.
  void AddMissingAttributes(NodeId element);
  /// Equal for two elements with the same attributes in any order, and else
  /// equal once in 2^64.
  uint64_t AttributeSignature(NodeId element) const;
  /// True when the element's name, in lower case, is that of the tag.
  bool HasTagName(NodeId element, const Token& token) const;
  /// Appends copies of the children of `from` and all below them.
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
