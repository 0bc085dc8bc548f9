// An HTML document as a flat tree.
//
//   nodes       0 document ─ 1 doctype
//                          └ 2 html ─ 3 head ─ 4 title ─ 5 "Rain"
//                                   └ 6 body ─ …
//
// All nodes are in one vector. A node contains the numbers of its parent, its
// first child, its last child and its two siblings. All attributes are in one
// vector, too. An element contains the range of its attributes. Most texts are
// views of the input. If the parser had to change a text (character references,
// line ends, NUL), the changed text is in a buffer of the document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/html/names.h"
#include "newsmill/html/text_store.h"

namespace newsmill::html {

/// The number of a node in its document. A later node of the document usually
/// has a greater number, but not always.
using NodeId = uint32_t;
inline constexpr NodeId kNoNode = UINT32_MAX;

enum class NodeType : uint8_t {
  kDocument,
  kDoctype,
  kElement,
  kText,
  kComment,
  /// The only child of a `template` element. Browsers do not render its
  /// content.
  kTemplateContents,
};

enum class QuirksMode : uint8_t { kNoQuirks, kLimitedQuirks, kQuirks };

/// An attribute. To read the name and the value, call Document::name and
/// Document::value of the same document.
struct Attribute {
  Attr id = Attr::kUnknown;
  AttributeNamespace name_space = AttributeNamespace::kNone;
  bool mixed_case = false;  // the name is MixedCaseName(id)
  TextSpan name{};          // set only if `id` is kUnknown
  TextSpan value{};
};

/// The limits that the document has exceeded, see html::Limits in parse.h.
struct LimitsMet {
  bool input = false;       // the rest of the input was not read
  bool attributes = false;  // some attributes of an element were dropped
  bool depth = false;       // some elements became siblings instead of children
  bool formatting = false;  // some formatting elements were not opened again
};

class DocumentBuilder;

/// A parsed document. Immutable, so any number of threads may read it. A
/// document can be moved, but not copied. Views and node numbers stay valid
/// after a move. The input must outlive the document.
class Document {
 public:
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  NodeId root() const { return 0; }  // the kDocument node
  NodeId html() const { return html_; }
  NodeId head() const { return head_; }
  NodeId body() const { return body_; }  // kNoNode if the page is a frameset
  /// Returns a number that is greater than the number of each node. Some
  /// smaller numbers may belong to nodes that the parser has removed from the
  /// tree.
  size_t node_count() const { return nodes_.size(); }
  QuirksMode quirks_mode() const { return quirks_mode_; }
  const LimitsMet& limits_met() const { return limits_met_; }
  bool truncated() const { return limits_met_.input; }

  NodeType type(NodeId node) const { return nodes_[node].type; }
  bool IsElement(NodeId node) const { return type(node) == NodeType::kElement; }
  bool IsText(NodeId node) const { return type(node) == NodeType::kText; }
  /// Returns the tag of an HTML element. Returns kUnknown for all other nodes,
  /// including SVG elements such as `title`.
  Tag tag(NodeId node) const {
    return nodes_[node].name_space == Namespace::kHtml ? nodes_[node].tag
                                                       : Tag::kUnknown;
  }
  bool Is(NodeId node, Tag tag) const { return this->tag(node) == tag; }
  Namespace name_space(NodeId node) const { return nodes_[node].name_space; }
  /// Returns the local name of an element of any namespace, or the name of a
  /// doctype.
  std::string_view name(NodeId node) const;
  /// Returns the text of a text node or a comment, and "" for other nodes.
  std::string_view text(NodeId node) const;

  // Each of these functions returns kNoNode if the requested node does not
  // exist.
  NodeId parent(NodeId node) const { return nodes_[node].parent; }
  NodeId first_child(NodeId node) const { return nodes_[node].first_child; }
  NodeId last_child(NodeId node) const { return nodes_[node].last_child; }
  NodeId next_sibling(NodeId node) const { return nodes_[node].next_sibling; }
  NodeId previous_sibling(NodeId node) const {
    return nodes_[node].previous_sibling;
  }

  /// Returns the node after `node` in document order within the subtree of
  /// `top`. Returns kNoNode if `node` is the last node of the subtree.
  NodeId Next(NodeId node, NodeId top) const {
    const NodeId child = nodes_[node].first_child;
    return child != kNoNode ? child : NextAfterSubtree(node, top);
  }
  /// Does the same as Next, but skips the descendants of `node`.
  NodeId NextAfterSubtree(NodeId node, NodeId top) const;

  /// Returns the children of a node. Example:
  ///   for (NodeId child : document.Children(node))
  class ChildRange;
  ChildRange Children(NodeId node) const;
  /// Returns the descendants of `node` in document order, without `node`
  /// itself.
  class DescendantRange;
  DescendantRange Descendants(NodeId node) const;

  /// Returns the attributes of an element, or no attributes for other nodes.
  std::span<const Attribute> attributes(NodeId node) const;
  std::string_view name(const Attribute& attribute) const;
  std::string_view value(const Attribute& attribute) const {
    return text_.View(attribute.value);
  }
  /// Returns the value of the attribute `id`, or nothing if the element does
  /// not have this attribute. An attribute without a value has the value "".
  std::optional<std::string_view> Find(NodeId node, Attr id) const;
  /// Returns the value of the attribute `name`. Use this function for a name
  /// that Attr does not contain. `name` must be in lower case.
  std::optional<std::string_view> Find(NodeId node,
                                       std::string_view name) const;
  /// Returns the value of the attribute, or "" if the attribute does not exist.
  std::string_view ValueOr(NodeId node, Attr id) const {
    return Find(node, id).value_or(std::string_view());
  }

  /// Returns the first descendant with `tag` in document order, or kNoNode.
  NodeId FirstDescendant(NodeId node, Tag tag) const;
  /// Appends all text of the subtree except the content of templates.
  void AppendText(NodeId node, std::string& out) const;

  /// Return the public identifier and the system identifier of a doctype.
  /// Return "" if the doctype has no such identifier.
  std::string_view public_id(NodeId doctype) const;
  std::string_view system_id(NodeId doctype) const;

 private:
  friend class DocumentBuilder;

  struct Node {
    NodeId parent = kNoNode;
    NodeId previous_sibling = kNoNode;
    NodeId next_sibling = kNoNode;
    NodeId first_child = kNoNode;
    NodeId last_child = kNoNode;
    NodeType type = NodeType::kDocument;
    Tag tag = Tag::kUnknown;
    Namespace name_space = Namespace::kHtml;
    // The text of a text node or of a comment. The name of a doctype, or of an
    // element with the tag kUnknown.
    TextSpan text{};
    // The index of the element's first attribute in attributes_. The
    // identifiers of a doctype are in attributes_, too.
    uint32_t first_attribute = 0;
    // The number of attributes. In a text node: the number of unused bytes
    // after its text in the text store.
    uint32_t attribute_count = 0;
  };

  explicit Document(std::string_view input) : text_(input) {}

  TextStore text_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  NodeId html_ = kNoNode;
  NodeId head_ = kNoNode;
  NodeId body_ = kNoNode;
  QuirksMode quirks_mode_ = QuirksMode::kNoQuirks;
  LimitsMet limits_met_;
};

class Document::ChildRange {
 public:
  class Iterator {
   public:
    Iterator(const Document& document, NodeId node)
        : document_(&document), node_(node) {}
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = document_->next_sibling(node_);
      return *this;
    }
    bool operator==(const Iterator& other) const {
      return node_ == other.node_;
    }

   private:
    const Document* document_;
    NodeId node_;
  };

  ChildRange(const Document& document, NodeId parent)
      : document_(&document), parent_(parent) {}
  Iterator begin() const {
    return {*document_, document_->first_child(parent_)};
  }
  Iterator end() const { return {*document_, kNoNode}; }

 private:
  const Document* document_;
  NodeId parent_;
};

class Document::DescendantRange {
 public:
  class Iterator {
   public:
    Iterator(const Document& document, NodeId node, NodeId top)
        : document_(&document), node_(node), top_(top) {}
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = document_->Next(node_, top_);
      return *this;
    }
    bool operator==(const Iterator& other) const {
      return node_ == other.node_;
    }

   private:
    const Document* document_;
    NodeId node_;
    NodeId top_;
  };

  DescendantRange(const Document& document, NodeId top)
      : document_(&document), top_(top) {}
  Iterator begin() const {
    return {*document_, document_->first_child(top_), top_};
  }
  Iterator end() const { return {*document_, kNoNode, top_}; }

 private:
  const Document* document_;
  NodeId top_;
};

inline Document::ChildRange Document::Children(NodeId node) const {
  return {*this, node};
}
inline Document::DescendantRange Document::Descendants(NodeId node) const {
  return {*this, node};
}

}  // namespace newsmill::html
